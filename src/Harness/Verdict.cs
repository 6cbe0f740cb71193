using System.Text.Json.Serialization;

namespace Harness;

/// <summary>What a check concludes; the number is the exit code of a process that ends with it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>The checks ran, could have failed, and did not.</summary>
    [JsonStringEnumMemberName("pass")]
    Pass = 0,

    /// <summary>A violation or a defect was found.</summary>
    [JsonStringEnumMemberName("violation")]
    Violation = 1,

    /// <summary>Nothing was found, but the checks could not have failed or did not finish.</summary>
    [JsonStringEnumMemberName("inconclusive")]
    Inconclusive = 2,

    /// <summary>The question makes no sense on this machine.</summary>
    [JsonStringEnumMemberName("unsupportedHost")]
    UnsupportedHost = 3,

    /// <summary>The code does what is not modelled; ends a process with 3, too.</summary>
    [JsonStringEnumMemberName("unsupportedCode")]
    UnsupportedCode = 0x103,
}
