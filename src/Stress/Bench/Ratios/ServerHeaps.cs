using System.Diagnostics;
using System.Runtime;
using System.Text.Json;
using Stress.Bench.Cases;
using Stress.CommandLine;

namespace Stress.Bench.Ratios;

/// <summary>
/// A scheme that allocates, measured with a heap for each of two processors. The collector is chosen when a process
/// starts, so this is <c>stress bench</c> again, in a process of its own.
/// </summary>
/// <remarks>
/// By default a process has one heap, and every thread takes its lock for each 8 KiB that it allocates: two threads on
/// folios of their own meet there.
/// </remarks>
/// <param name="limit">Time for the measurement, roughly.</param>
internal sealed class ServerHeaps(TimeSpan limit)
{
    private const string Pattern = "private";
    private const int Heaps = 2;

    /// <summary>
    /// Allocated between two collections. The default can be as much as the last-level cache: then a short measurement
    /// ends before all of it was used once, and measures the system's page faults.
    /// </summary>
    private const int YoungBytes = 32 << 20;

    private static readonly TimeSpan ShortestRun = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether this process is such a one itself.</summary>
    public static bool AreHere => GCSettings.IsServerGC;

    private static string Executable { get; } =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "stress.exe" : "stress");

    /// <summary>
    /// Operations a second of two threads and of one; nothing if this program's file is not where it belongs.
    /// </summary>
    /// <param name="scheme">The scheme.</param>
    public IEnumerable<RatioRow> Scaling(BenchScheme scheme) => AreHere || !File.Exists(Executable)
        ? []
        : Measure(scheme).Select(row => row with { Name = $"{row.Name}, a heap for each processor" });

    private RatioRow[] Measure(BenchScheme scheme)
    {
        // It allows each of its comparisons its share of the budget.
        TimeSpan budget = RatioTable.Comparisons * (limit > ShortestRun ? limit : ShortestRun);
        ProcessStartInfo start = new(Executable)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "bench", "--parts", BenchPart.Ratios, "--schemes", scheme.Name, "--patterns", Pattern,
                "--time-budget", $"{(int)budget.TotalMilliseconds}ms", "--json", "-",
            },
        };

        // A listing of machine code that somebody asked of this process must not be mixed with another one's.
        foreach (string name in start.Environment.Keys.Where(
            name => name.StartsWith("DOTNET_Jit", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_gcServer"] = "1";
        start.Environment["DOTNET_GCHeapCount"] = $"{Heaps:X}";
        start.Environment["DOTNET_GCgen0size"] = $"{YoungBytes:X}";
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string json = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != (int)ExitCode.Pass)
        {
            return [];
        }

        using JsonDocument report = JsonDocument.Parse(json);
        return report.RootElement.GetProperty("ratios").Deserialize(RatioRowsJson.Default.RatioRowArray)!;
    }
}
