using System.Diagnostics;
using HdrHistogram;

namespace Runs.Totals;

/// <summary>
/// What one worker counts. Written by the worker alone; read while it is parked or gone, or roughly at any time.
/// </summary>
public sealed class WorkerCounts
{
    /// <summary>Longest wait that is told apart: longer ones count as this.</summary>
    private const long MaxWaitNanoseconds = 60_000_000_000;

    private static readonly double NanosecondsPerTick = 1e9 / Stopwatch.Frequency;

    private const long MaxRetries = 1_000_000;
    private const int Digits = 2;

    /// <summary>Write sections.</summary>
    public long Sections;

    /// <summary>Pages mapped or unmapped by them.</summary>
    public long Mappings;

    /// <summary>Folios split, into smaller ones or into pages.</summary>
    public long Splits;

    /// <summary>Snapshots accepted.</summary>
    public long SnapshotsAccepted;

    /// <summary>Tries to read a snapshot that were not accepted.</summary>
    public long SnapshotsRetried;

    /// <summary>Accepted snapshots during which, from the first try on, a section began or ended.</summary>
    public long SnapshotsOverlapped;

    /// <summary>Snapshots given up.</summary>
    public long SnapshotsGivenUp;

    /// <summary>Answers "exclusive", "shared" or "unmapped".</summary>
    public long Decisions;

    /// <summary>Answers "maybe shared".</summary>
    public long MaybeShared;

    /// <summary>Copy-on-write questions answered "reuse".</summary>
    public long Reused;

    /// <summary>Copy-on-write questions answered otherwise, by <see cref="Tracker.Reading.ReuseAnswer"/>.</summary>
    public readonly long[] ReuseRefused = new long[Enum.GetValues<Tracker.Reading.ReuseAnswer>().Length];

    /// <summary>
    /// Snapshots that were accepted at the first try; those with retries are in <see cref="Retries"/>.
    /// </summary>
    public long AcceptedAtOnce => SnapshotsAccepted - Retries.TotalCount;

    /// <summary>Retries of each accepted snapshot that had any.</summary>
    public LongHistogram Retries { get; } = new(1, MaxRetries, Digits);

    /// <summary>Time of write sections in nanoseconds, waits included; a sample of them.</summary>
    public LongHistogram SectionNanoseconds { get; } = new(1, MaxWaitNanoseconds, Digits);

    /// <summary>Notes the retries of an accepted snapshot, at least 1.</summary>
    public void AddRetries(int retries) => Retries.RecordValue(Math.Min(retries, MaxRetries));

    /// <summary>Notes how long a write section took.</summary>
    /// <param name="ticks">In ticks of <see cref="Stopwatch"/>: a <see cref="TimeSpan"/> counts steps of 100 ns
    /// only.</param>
    public void AddSectionTime(long ticks) =>
        SectionNanoseconds.RecordValue(Math.Clamp((long)(ticks * NanosecondsPerTick), 1, MaxWaitNanoseconds));
}
