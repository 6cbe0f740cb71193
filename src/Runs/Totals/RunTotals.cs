using HdrHistogram;
using Runs.Auditing;
using Runs.Worlds;

namespace Runs.Totals;

/// <summary>What the workers of a run did, added up.</summary>
public sealed class RunTotals
{
    private readonly WorkerCounts _sum = new();

    /// <summary>Write sections; of a number asked for, no more than that.</summary>
    public long Sections { get; private set; }

    /// <summary>Pages mapped or unmapped.</summary>
    public long Mappings { get; private set; }

    /// <summary>Folios split.</summary>
    public long Splits { get; private set; }

    /// <summary>Snapshots accepted.</summary>
    public long SnapshotsAccepted { get; private set; }

    /// <summary>Tries to read a snapshot that were not accepted.</summary>
    public long SnapshotsRetried { get; private set; }

    /// <summary>Accepted snapshots during which a section began or ended.</summary>
    public long SnapshotsOverlapped { get; private set; }

    /// <summary>Snapshots compared with the truth.</summary>
    public long SnapshotsAudited { get; private set; }

    /// <summary>Answers compared with the truth.</summary>
    public long DecisionsAudited { get; private set; }

    /// <summary>Answers "maybe shared".</summary>
    public long Undecided { get; private set; }

    /// <summary>Wrong answers that the scheme may give.</summary>
    public Misjudgements Misjudgements { get; } = new();

    /// <summary>Violations found.</summary>
    public long Violations { get; private set; }

    /// <summary>Wall time in seconds, audit included.</summary>
    public double Seconds { get; private set; }

    /// <summary>Retries of accepted snapshots, those without any included.</summary>
    public LongHistogram Retries => _sum.Retries;

    /// <summary>Time of write sections in nanoseconds, a sample.</summary>
    public LongHistogram SectionNanoseconds => _sum.SectionNanoseconds;

    /// <summary>Snapshots accepted at the first try.</summary>
    public long AcceptedAtOnce => SnapshotsAccepted - Retries.TotalCount;

    /// <summary>A sum of its own, which further work of neither changes.</summary>
    public static RunTotals SumOf(RunTotals first, RunTotals second)
    {
        RunTotals sum = new();
        sum.Add(first);
        sum.Add(second);
        return sum;
    }

    /// <summary>Adds a worker.</summary>
    /// <param name="worker">What it did.</param>
    /// <param name="part">Sections that it was asked for; what it did beyond them, to end, is not counted.</param>
    public void Add(WorkerCounts worker, long part = long.MaxValue)
    {
        Sections += Math.Min(worker.Sections, part);
        Mappings += worker.Mappings;
        Splits += worker.Splits;
        SnapshotsAccepted += worker.SnapshotsAccepted;
        SnapshotsRetried += worker.SnapshotsRetried;
        SnapshotsOverlapped += worker.SnapshotsOverlapped;
        Undecided += worker.MaybeShared;
        _sum.Retries.Add(worker.Retries);
        _sum.SectionNanoseconds.Add(worker.SectionNanoseconds);
    }

    /// <summary>Adds another run, which came after.</summary>
    public void Add(RunTotals other)
    {
        Sections += other.Sections;
        Mappings += other.Mappings;
        Splits += other.Splits;
        SnapshotsAccepted += other.SnapshotsAccepted;
        SnapshotsRetried += other.SnapshotsRetried;
        SnapshotsOverlapped += other.SnapshotsOverlapped;
        SnapshotsAudited += other.SnapshotsAudited;
        DecisionsAudited += other.DecisionsAudited;
        Undecided += other.Undecided;
        Misjudgements.Add(other.Misjudgements);
        Violations += other.Violations;
        Seconds += other.Seconds;
        _sum.Retries.Add(other.Retries);
        _sum.SectionNanoseconds.Add(other.SectionNanoseconds);
    }

    /// <summary>Adds what a world's audit found and how long it ran.</summary>
    public void Add(World world, TimeSpan elapsed) => AddFindings(
        world.Audit?.SnapshotsAudited ?? 0,
        world.Audit?.AnswersAudited ?? 0,
        world.Audit?.Misjudgements ?? new Misjudgements(),
        world.Violations.Count,
        elapsed.TotalSeconds);

    /// <summary>Adds what an audit found in so many seconds.</summary>
    public void AddFindings(long snapshots, long answers, Misjudgements misjudgements, long violations, double seconds)
    {
        SnapshotsAudited += snapshots;
        DecisionsAudited += answers;
        Misjudgements.Add(misjudgements);
        Violations += violations;
        Seconds += seconds;
    }
}
