using Runs.Workloads;
using Scenarios.Litmus;
using Stress.CommandLine;

namespace Stress.Run;

/// <summary>
/// What <c>--workload</c> names: a synthetic workload or <c>trace:FILE</c>; and, in no help text, <c>litmus:NAME</c>.
/// </summary>
internal static class WorkloadName
{
    /// <summary>Begins the name of a trace.</summary>
    public const string TracePrefix = "trace:";

    /// <summary>Begins the name of a litmus test.</summary>
    public const string LitmusPrefix = "litmus:";

    /// <summary>How it is written.</summary>
    public static ValueForm<string> Form { get; } = new(
        $"{string.Join(", ", WorkloadCatalogue.All.Select(workload => workload.Name))}, {TracePrefix}FILE",
        TryParse,
        name => name,
        name => name)
    {
        PathIn = TraceFile,
    };

    /// <summary>The file of a trace, or null for a synthetic workload.</summary>
    public static string? TraceFile(string name) =>
        name.StartsWith(TracePrefix, StringComparison.Ordinal) ? name[TracePrefix.Length..] : null;

    /// <summary>The name of a litmus test, or null for another workload.</summary>
    public static string? Litmus(string? name) =>
        name is not null && name.StartsWith(LitmusPrefix, StringComparison.Ordinal)
            ? name[LitmusPrefix.Length..]
            : null;

    private static bool TryParse(string text, out string name)
    {
        name = text;
        return WorkloadCatalogue.Find(text) is not null
            || TraceFile(text) is { Length: > 0 }
            || (Litmus(text) is string litmus && LitmusTests.Names.Contains(litmus));
    }
}
