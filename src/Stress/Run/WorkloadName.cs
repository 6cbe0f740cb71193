using Stress.CommandLine;
using Stress.Workloads;

namespace Stress.Run;

/// <summary>What <c>--workload</c> names: a synthetic workload, or <c>trace:FILE</c>.</summary>
internal static class WorkloadName
{
    /// <summary>Begins the name of a trace.</summary>
    public const string TracePrefix = "trace:";

    /// <summary>How it is written.</summary>
    public static ValueForm<string> Form { get; } = new(
        $"{string.Join(", ", WorkloadCatalogue.All.Select(workload => workload.Name))}, {TracePrefix}FILE",
        TryParse,
        name => name,
        name => name);

    /// <summary>The file of a trace, or null for a synthetic workload.</summary>
    public static string? TraceFile(string name) =>
        name.StartsWith(TracePrefix, StringComparison.Ordinal) ? name[TracePrefix.Length..] : null;

    private static bool TryParse(string text, out string name)
    {
        name = text;
        return WorkloadCatalogue.Find(text) is not null || TraceFile(text) is { Length: > 0 };
    }
}
