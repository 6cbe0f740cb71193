using System.Numerics;
using System.Text.Json.Serialization;
using Tracker;
using Tracker.SubIds;

namespace Proof.Counterexamples;

/// <summary>Mappings that several MMs share and that a class takes for exclusive to one.</summary>
/// <param name="Id">The ID that seems to be alone.</param>
/// <param name="Mappings">Every MM that maps the folio, by ID.</param>
public sealed record Counterexample(int Id, IReadOnlyList<MappingCount> Mappings)
{
    /// <summary>Mappings of all MMs: the folio's mapcount.</summary>
    public int Total => Mappings.Sum(mapping => mapping.Count);

    /// <summary>Whether the MM that seems to be alone maps the folio at all.</summary>
    [JsonIgnore]
    public bool IdMaps => Mappings.Any(mapping => mapping.Id == Id);

    /// <summary>
    /// Tests the claim from the definition of a sub-ID, in exact integers: legal IDs, other MMs than <see cref="Id"/>,
    /// no more mappings than pages, and in every value the sum that <see cref="Id"/> alone would leave.
    /// </summary>
    /// <param name="subIds">The class.</param>
    /// <param name="pages">Pages of the folio.</param>
    public bool Refutes(SubIdClass subIds, int pages) =>
        Total <= pages
        && Mappings.Any(mapping => mapping.Id != Id)
        && Mappings.Select(mapping => mapping.Id).Distinct().Count() == Mappings.Count
        && Mappings.All(mapping => mapping.Count > 0)
        && Mappings.Select(mapping => mapping.Id).Append(Id).All(id => id >= RmapId.Min && id <= subIds.MaxId)
        && Enumerable.Range(0, subIds.Values).All(value => LooksExclusive(subIds, value));

    private bool LooksExclusive(SubIdClass subIds, int value)
    {
        BigInteger difference = -Total * SubId(subIds, Id, value);
        foreach (MappingCount mapping in Mappings)
        {
            difference += mapping.Count * SubId(subIds, mapping.Id, value);
        }

        return (difference % (BigInteger.One << subIds.WordBits)).IsZero;
    }

    private static BigInteger SubId(SubIdClass subIds, int id, int value)
    {
        BigInteger subId = 0;
        for (int bit = 0; bit < subIds.BitsPerValue; bit++)
        {
            if (((subIds.Chunk(id, value) >> bit) & 1) != 0)
            {
                subId += BigInteger.Pow(subIds.Radix, bit);
            }
        }

        return subId;
    }
}
