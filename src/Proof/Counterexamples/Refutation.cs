using System.Text.Json.Serialization;

namespace Proof.Counterexamples;

/// <summary>The most economical mappings that fool a class at one order.</summary>
/// <param name="FewestMappings">As few mappings as possible; the ID that seems to be alone maps nothing itself.</param>
/// <param name="FewestMappingsWithId">As few mappings as possible, one of them by the ID; null when the pages do not
/// suffice.</param>
/// <param name="FewestMms">As few MMs as possible; the ID maps nothing itself.</param>
/// <param name="FewestMmsWithId">As few MMs as possible, one of them the ID; null when the pages do not
/// suffice.</param>
/// <param name="Vectors">Vanishing vectors within the pages, opposites counted once; null when not all were
/// listed.</param>
/// <param name="MmsAreMinimal">Whether the complete list proves that no counterexample has fewer MMs.</param>
public sealed record Refutation(
    Counterexample FewestMappings,
    Counterexample? FewestMappingsWithId,
    Counterexample FewestMms,
    Counterexample? FewestMmsWithId,
    int? Vectors,
    bool MmsAreMinimal)
{
    /// <summary>The one to show: few mappings, and the MM that is fooled has something to lose.</summary>
    [JsonIgnore]
    public Counterexample Main => FewestMappingsWithId ?? FewestMappings;

    /// <summary>The counterexamples that were found, without gaps.</summary>
    [JsonIgnore]
    public IEnumerable<Counterexample> All =>
        new[] { FewestMappings, FewestMappingsWithId, FewestMms, FewestMmsWithId }.OfType<Counterexample>();
}
