using System.Diagnostics;
using System.Globalization;
using Harness.Teams;
using Scenarios.Canaries;
using Scenarios.Selection;

namespace Runs.Judging;

/// <summary>
/// What a pass on this machine can see: the canaries that real threads can show, each run until it is found. It is the
/// mutation score of the machine, as MC Mutants (ASPLOS 2023) has it for GPUs.
/// </summary>
/// <param name="Entries">Each canary that was tried, under each kind of perturbation that it was tried under.</param>
public sealed record Calibration(IReadOnlyList<CalibrationEntry> Entries)
{
    /// <summary>Longest time for a canary under one kind in a full calibration.</summary>
    public static readonly TimeSpan FullLimit = TimeSpan.FromSeconds(2);

    /// <summary>Longest time of the control and the brief form together.</summary>
    private static readonly TimeSpan s_briefLimit = TimeSpan.FromSeconds(2);

    /// <summary>The brief form takes no more of a run than this.</summary>
    private const double BriefShare = 0.05;

    /// <summary>With less time than this it would be chance whether a canary is found.</summary>
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(250);

    /// <summary>Canaries tried.</summary>
    public int Canaries => Entries.DistinctBy(entry => entry.Canary).Count();

    /// <summary>Canaries found under some kind of perturbation.</summary>
    public int Caught => Found.Count();

    /// <summary>The time of the canary that took longest under the kind that shows it first, in seconds; 0 for
    /// none.</summary>
    public double SlowestSeconds => Found.Select(canary => canary.Min(entry => entry.Seconds)).DefaultIfEmpty().Max();

    /// <summary>Time of all entries.</summary>
    public TimeSpan Time => TimeSpan.FromSeconds(Entries.Sum(entry => entry.Seconds));

    private IEnumerable<IGrouping<string, CalibrationEntry>> Found =>
        Entries.Where(entry => entry.Found).GroupBy(entry => entry.Canary);

    /// <summary>The canaries that real threads on x86 can show.</summary>
    public static IEnumerable<Canary> Visible => CanaryCatalogue.All.Where(canary => canary.Workload is not null);

    /// <summary>Every canary under every kind, each for <see cref="FullLimit"/> at most.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="kinds">The kinds of the run.</param>
    /// <param name="found">Told of each entry.</param>
    /// <param name="cancellation">Ends it early, with the entries so far.</param>
    public static Calibration Full(
        long seed, IReadOnlyList<Perturbation> kinds, Action<CalibrationEntry> found, CancellationToken cancellation)
    {
        List<CalibrationEntry> entries = [];
        foreach (Canary canary in Visible)
        {
            foreach (Perturbation kind in kinds.TakeWhile(_ => !cancellation.IsCancellationRequested))
            {
                entries.Add(Try(canary, kind, FullLimit, seed, cancellation));
                found(entries[^1]);
            }
        }

        return new Calibration(entries);
    }

    /// <summary>
    /// The brief form that every run has: its control, and then for a twentieth of the run one canary for each part of
    /// the tracker, under the kinds in turn; with the control 2 s at most.
    /// </summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="kinds">The kinds of the run.</param>
    /// <param name="control">The control run.</param>
    /// <param name="budget">Time of the run.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static Calibration Brief(
        long seed,
        IReadOnlyList<Perturbation> kinds,
        ControlReport control,
        TimeSpan budget,
        CancellationToken cancellation)
    {
        List<CalibrationEntry> entries =
            [.. control.ByPerturbation.Select(part => CalibrationEntry.Of(control.Canary, part.Key, part.Value))];
        TimeSpan limit = TimeSpan.FromTicks(Math.Min(
            (s_briefLimit - TimeSpan.FromSeconds(control.Seconds)).Ticks, (budget * BriefShare).Ticks));
        Stopwatch clock = Stopwatch.StartNew();
        IEnumerable<Canary> others = Visible.DistinctBy(canary => canary.Replaces);
        foreach (Canary canary in others.Where(each => each.Name != control.Canary))
        {
            TimeSpan left = limit - clock.Elapsed;
            if (left < s_least || cancellation.IsCancellationRequested)
            {
                break;
            }

            entries.Add(Try(canary, kinds[entries.Count % kinds.Count], left, seed, cancellation));
        }

        return new Calibration(entries);
    }

    /// <summary>The sentence that a verdict carries.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"caught {Caught} of {Canaries} canaries{(Caught > 0 ? $", the slowest after {SlowestSeconds:0.00} s" : "")}");

    private static CalibrationEntry Try(
        Canary canary, Perturbation kind, TimeSpan limit, long seed, CancellationToken cancellation) =>
        CalibrationEntry.Of(canary.Name, kind.Name, CanaryTrial.Run(canary, kind, limit, seed, cancellation));
}
