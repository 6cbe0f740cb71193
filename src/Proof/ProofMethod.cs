using System.Text.Json.Serialization;

namespace Proof;

/// <summary>What a verdict rests on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProofMethod>))]
public enum ProofMethod
{
    /// <summary>The word is wide enough for every sum, so that the digits never carry.</summary>
    [JsonStringEnumMemberName("width")]
    Width,

    /// <summary>
    /// The word is too narrow, and every vanishing vector was listed, by wraps and through the lattice.
    /// </summary>
    [JsonStringEnumMemberName("enumeration")]
    Enumeration,

    /// <summary>The word is so narrow that only the reduced lattice was searched.</summary>
    [JsonStringEnumMemberName("lattice")]
    Lattice,
}
