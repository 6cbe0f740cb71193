using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Harness;
using Harness.Hosts;
using Stress.Reporting;

namespace Stress.CommandLine;

/// <summary>
/// What the JSON of every verb begins with. A verb makes its report once, complete: with <see cref="Verdict"/>,
/// <see cref="Seed"/> where it has one, and the fields of its own record.
/// </summary>
/// <param name="Head">The command that made it.</param>
internal abstract record VerbReport([property: JsonIgnore] ReportHead Head)
{
    /// <summary>Name of the verb.</summary>
    [JsonPropertyOrder(-10)]
    public string Verb => Head.Verb;

    /// <inheritdoc cref="BuildInfo.Version"/>
    [JsonPropertyOrder(-9)]
    public string Version { get; init; } = BuildInfo.Version;

    /// <inheritdoc cref="BuildInfo.Commit"/>
    [JsonPropertyOrder(-8)]
    public string Commit { get; init; } = BuildInfo.Commit;

    /// <summary>The seed that all randomness of the work came from; null for a verb without randomness.</summary>
    [JsonPropertyOrder(-7)]
    public long? Seed { get; init; }

    /// <summary>What the verb concludes.</summary>
    [JsonPropertyOrder(-6)]
    public required Verdict Verdict { get; init; }

    /// <summary>The process's exit code.</summary>
    [JsonPropertyOrder(-5)]
    public int ExitCode => (int)Verdict & 0xFF;

    /// <summary>Wall time of the verb, in seconds.</summary>
    [JsonPropertyOrder(-4)]
    public double Seconds => Head.Seconds;

    /// <summary>The machine and runtime that the result was seen on.</summary>
    [JsonPropertyOrder(-3)]
    public HostInfo Host { get; init; } = HostInfo.Current;

    /// <inheritdoc cref="ReportHead.Options"/>
    [JsonPropertyOrder(-2)]
    public JsonObject Options => Head.Options;

    /// <summary>
    /// The questions that were answered, for reports of <c>--report</c>; none for a verb that asks nothing.
    /// </summary>
    public virtual IReadOnlyList<Check> Checks() => [];
}

/// <summary>What a report says of the command that made it.</summary>
/// <param name="Verb">Name of the verb.</param>
/// <param name="Seconds">Wall time of the verb so far, in seconds.</param>
/// <param name="Options">Every option with the value in force, defaults included; the name in camel case.</param>
internal sealed record ReportHead(string Verb, double Seconds, JsonObject Options);
