using System.Text.Json;
using CoyoteTests.Exploration;
using CoyoteTests.Reporting;

[assembly: AssemblyFixture(typeof(CoyoteReport))]

namespace CoyoteTests.Reporting;

/// <summary>
/// Collects what every test explored, and writes it to <c>artifacts/coyote.json</c> when the last test has ended.
/// </summary>
public sealed class CoyoteReport : IDisposable
{
    private readonly List<CoyoteReportEntry> _entries = [];

    /// <summary>Names another path for the report.</summary>
    private const string Variable = "STRESS_COYOTE_REPORT";

    public static string Path { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path
            ? path
            : Repository.PathOf("artifacts", "coyote.json");

    /// <summary>Adds one exploration of the running test.</summary>
    public void Add(ExplorationResult result) =>
        _entries.Add(Entry(TestContext.Current.Test?.TestDisplayName ?? "", result));

    /// <summary>An exploration of a test, as it is reported.</summary>
    internal static CoyoteReportEntry Entry(string test, ExplorationResult result) => new()
    {
        Name = test,
        Scenario = result.Scenario,
        Strategy = result.Strategy,
        Seed = result.Seed,
        Schedules = result.Schedules,
        DistinctSchedules = result.DistinctSchedules,
        InterleavedSchedules = result.InterleavedSchedules,
        WaitingSchedules = result.WaitingSchedules,
        BoundedSchedules = result.BoundedSchedules,
        Classes = result.Classes,
        Outcomes = result.Outcomes.Count,
        Found = result.Found,
        Seconds = Math.Round(result.Seconds, 3),
    };

    public void Dispose()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        using FileStream stream = File.Create(Path);
        JsonSerializer.Serialize(stream, _entries, CoyoteReportJson.Default.IReadOnlyListCoyoteReportEntry);
    }
}
