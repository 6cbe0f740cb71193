using System.Text.Json.Serialization;

namespace Proof;

/// <summary>What is known about a class at an order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProofVerdict>))]
public enum ProofVerdict
{
    /// <summary>No mappings of several MMs seem exclusive to one.</summary>
    [JsonStringEnumMemberName("proved")]
    Proved,

    /// <summary>A counterexample is at hand.</summary>
    [JsonStringEnumMemberName("refuted")]
    Refuted,

    /// <summary>Neither, up to the bound that was reached.</summary>
    [JsonStringEnumMemberName("open")]
    Open,
}
