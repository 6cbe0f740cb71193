using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Harness;
using Harness.Hosts;

namespace Stress.CommandLine;

/// <summary>
/// What the JSON of every verb begins with. A verb sets <see cref="Verdict"/>, <see cref="Seed"/> where it has one, and the
/// fields of its own record; the frame fills the rest.
/// </summary>
internal abstract record VerbReport
{
    /// <summary>Name of the verb.</summary>
    [JsonPropertyOrder(-10)]
    public string Verb { get; init; } = "";

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
    public double Seconds { get; init; }

    /// <summary>The machine and runtime that the result was seen on.</summary>
    [JsonPropertyOrder(-3)]
    public HostInfo Host { get; init; } = HostInfo.Current;

    /// <summary>
    /// Every option of the verb with the value in force, defaults included; the name in camel case. A verb sets those that another
    /// option decides, such as a canary's protocol.
    /// </summary>
    [JsonPropertyOrder(-2)]
    public JsonObject Options { get; init; } = [];
}
