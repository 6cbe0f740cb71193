using System.Diagnostics.Metrics;
using Harness.Hosts;
using Runs.Totals;

namespace Stress.Run.Metrics;

/// <summary>
/// The figures of a run as metrics, for those who watch it for days: whoever listens to <see cref="MeterName"/> in this
/// process gets them, an exporter or a tool such as dotnet-counters. Figures of a workload have its name as
/// <c>workload</c>.
/// </summary>
internal sealed class RunMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Stress.Run";

    private const double Percentile = 99;

    private readonly Meter _meter = new(MeterName, BuildInfo.Version);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, RunTotals> _workloads = [];

    /// <summary>Makes the instruments. Nothing is measured until somebody listens.</summary>
    public RunMetrics()
    {
        Count("stress.run.sections", "{section}", "Write sections.", totals => totals.Sections);
        Count("stress.run.snapshots", "{snapshot}", "Accepted snapshots.", totals => totals.SnapshotsAccepted);
        Count("stress.run.snapshots.overlapped", "{snapshot}",
            "Accepted snapshots during which a section began or ended.", totals => totals.SnapshotsOverlapped);
        Count("stress.run.snapshots.audited", "{snapshot}", "Snapshots compared with the truth.",
            totals => totals.SnapshotsAudited);
        Count("stress.run.retries", "{try}", "Tries to read a snapshot that were not accepted.",
            totals => totals.SnapshotsRetried);
        Count("stress.run.violations", "{violation}", "Violations found.", totals => totals.Violations);
        _meter.CreateObservableGauge(
            "stress.run.section.wait.p99",
            () => Measure(totals => totals.SectionNanoseconds.TotalCount == 0
                ? 0
                : totals.SectionNanoseconds.GetValueAtPercentile(Percentile)),
            "ns",
            "Time that 99 of 100 write sections took at most, waits included; a sample.");
        _meter.CreateObservableGauge("stress.run.memory", () => Environment.WorkingSet, "By",
            "Memory of the process: its resident set.");
    }

    /// <summary>The meter, for tests that run beside others.</summary>
    internal Meter TestHookMeter => _meter;

    /// <summary>Notes what was done with a workload so far.</summary>
    /// <param name="workload">Its name.</param>
    /// <param name="totals">A sum that nobody changes any more.</param>
    public void Update(string workload, RunTotals totals)
    {
        lock (_gate)
        {
            _workloads[workload] = totals;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private void Count(string name, string unit, string description, Func<RunTotals, long> figure) =>
        _meter.CreateObservableCounter(name, () => Measure(figure), unit, description);

    private List<Measurement<long>> Measure(Func<RunTotals, long> figure)
    {
        lock (_gate)
        {
            return [
                .. _workloads.Select(each =>
                    new Measurement<long>(figure(each.Value),
                        new KeyValuePair<string, object?>("workload", each.Key)))];
        }
    }
}
