using System.Text.Json.Serialization;
using Stress.CommandLine;

namespace Stress.Reporting;

/// <summary>What a verb concludes; the value is its exit code.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
internal enum Verdict
{
    /// <inheritdoc cref="ExitCode.Pass"/>
    [JsonStringEnumMemberName("pass")]
    Pass = ExitCode.Pass,

    /// <inheritdoc cref="ExitCode.Violation"/>
    [JsonStringEnumMemberName("violation")]
    Violation = ExitCode.Violation,

    /// <inheritdoc cref="ExitCode.Inconclusive"/>
    [JsonStringEnumMemberName("inconclusive")]
    Inconclusive = ExitCode.Inconclusive,

    /// <inheritdoc cref="ExitCode.UnsupportedHost"/>
    [JsonStringEnumMemberName("unsupportedHost")]
    UnsupportedHost = ExitCode.UnsupportedHost,
}
