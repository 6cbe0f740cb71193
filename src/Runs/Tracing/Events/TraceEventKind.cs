namespace Runs.Tracing.Events;

/// <summary>What an event does to its process's memory.</summary>
public enum TraceEventKind : byte
{
    /// <summary>
    /// Nothing that matters to anonymous memory: a failed system call, a thread's end, advice without effect.
    /// </summary>
    Nothing,

    /// <summary>A read or fetch of a page that is not present.</summary>
    ReadFault,

    /// <summary>A write to a page that is not present.</summary>
    WriteFault,

    /// <summary>A write to a page that is present: copy on write.</summary>
    CopyOnWriteFault,

    /// <summary>A fault on a present page that is no write.</summary>
    OtherFault,

    /// <summary>A private mapping, of a file or anonymous: pages written in it are anonymous memory.</summary>
    MapPrivate,

    /// <summary>A mapping whose pages are never anonymous memory of this process alone: shared, or hugetlb.</summary>
    MapShared,

    /// <summary>A range is unmapped.</summary>
    Unmap,

    /// <summary>The pages of a range are dropped; its areas stay (<c>MADV_DONTNEED</c>).</summary>
    Discard,

    /// <summary>
    /// A range is resized, perhaps moved: from <see cref="TraceEvent.Page"/> to <see cref="TraceEvent.Target"/>.
    /// </summary>
    Move,

    /// <summary>As <see cref="Move"/>, but the old areas stay, emptied (<c>MREMAP_DONTUNMAP</c>).</summary>
    MoveLeavingAreas,

    /// <summary>The heap ends at a page.</summary>
    HeapEnd,

    /// <summary>A process is made, with a copy of this one's memory.</summary>
    Fork,

    /// <summary>A thread begins.</summary>
    Thread,

    /// <summary>
    /// A process begins that shares this one's memory: its events are this process's, until it runs another program.
    /// </summary>
    Share,

    /// <summary>A process that shared this one's memory leaves it to run another program, in a new memory.</summary>
    Leave,

    /// <summary>Another program starts: the memory is dropped and the process gets a new MM.</summary>
    Exec,

    /// <summary>The last thread ends: the memory is dropped.</summary>
    Exit,
}
