namespace Runs.Tracing.Memory;

/// <summary>What happened in a pass. Each worker has its own; they are added up when all are done.</summary>
public sealed class TraceCounts
{
    /// <summary>Lines of the trace that were replayed.</summary>
    public long Events;

    /// <summary>Processes that ran, those alive when the trace began among them.</summary>
    public long Processes;

    /// <summary>Processes forked, with a copy of the memory.</summary>
    public long Forks;

    /// <summary>Processes made that share the memory: vfork, posix_spawn.</summary>
    public long Vforks;

    /// <summary>Threads made.</summary>
    public long Threads;

    /// <summary>Programs started.</summary>
    public long Execs;

    /// <summary>Processes that exited.</summary>
    public long Exits;

    /// <summary>Page faults.</summary>
    public long Faults;

    /// <summary>Copy-on-write faults: writes to a present page.</summary>
    public long CowFaults;

    /// <summary>Copy-on-write faults on a folio that was reused.</summary>
    public long CowReused;

    /// <summary>Copy-on-write faults on a folio of which one page was copied away.</summary>
    public long CowCopied;

    /// <summary>Copy-on-write faults on a page that is not tracked.</summary>
    public long CowUntracked;

    /// <summary>Folios allocated.</summary>
    public long Folios;

    /// <summary>The same by order, 0 to 15.</summary>
    public readonly long[] FoliosByOrder = new long[16];

    /// <summary>Write faults in private areas for which no folio fit: a small page each.</summary>
    public long SmallPages;

    /// <summary>Batches unmapped, one section each.</summary>
    public long Unmaps;

    /// <summary>
    /// Pages mapped now through folios: a share of it, since another worker may unmap what this one mapped.
    /// </summary>
    public long Mapped;

    /// <summary>Highest value of <see cref="Mapped"/> since it was last moved to the pass's total.</summary>
    public long MappedPeak;

    /// <summary>Adds another worker's counts.</summary>
    public void Add(TraceCounts other)
    {
        Events += other.Events;
        Processes += other.Processes;
        Forks += other.Forks;
        Vforks += other.Vforks;
        Threads += other.Threads;
        Execs += other.Execs;
        Exits += other.Exits;
        Faults += other.Faults;
        CowFaults += other.CowFaults;
        CowReused += other.CowReused;
        CowCopied += other.CowCopied;
        CowUntracked += other.CowUntracked;
        Folios += other.Folios;
        for (int order = 0; order < FoliosByOrder.Length; order++)
        {
            FoliosByOrder[order] += other.FoliosByOrder[order];
        }

        SmallPages += other.SmallPages;
        Unmaps += other.Unmaps;
    }

    /// <summary>Starts again at 0.</summary>
    public void Clear()
    {
        Events = Processes = Forks = Vforks = Threads = Execs = Exits = 0;
        Faults = CowFaults = CowReused = CowCopied = CowUntracked = 0;
        Array.Clear(FoliosByOrder);
        Folios = SmallPages = Unmaps = Mapped = MappedPeak = 0;
    }
}
