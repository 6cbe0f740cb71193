namespace Runs.Tracing.Parsing;

/// <summary>One line of a trace, as numbers. What a field means depends on the kind.</summary>
internal struct TraceRecord
{
    /// <summary>Line number in the file, from 1.</summary>
    public int Line;

    /// <summary>
    /// The process (the number before the slash); <see cref="NoPid"/> until it is known where a line has none.
    /// </summary>
    public int Pid;

    /// <summary>The thread (the number behind the slash).</summary>
    public int Tid;

    /// <summary>
    /// Error code of a fault, child of a fork or the new task, flags of <c>mmap</c> and <c>mremap</c>, advice of
    /// <c>madvise</c>; for an exit <see cref="GroupAlive"/>, <see cref="GroupDead"/> or <see cref="GroupUnknown"/>.
    /// </summary>
    public uint Code;

    /// <summary>
    /// Address: of the fault, or the system call's first argument, or its result; the number that the kernel gives to
    /// the task of a fork, exec or exit, or 0.
    /// </summary>
    public ulong Address;

    /// <summary>Length in bytes; flags of a new task's clone; events lost.</summary>
    public ulong Length;

    /// <summary>New length of <c>mremap</c> in bytes.</summary>
    public ulong NewLength;

    /// <summary>What the line records.</summary>
    public RecordKind Kind;

    /// <summary>What a fork or new task has made, once <see cref="TaskResolver"/> has found out.</summary>
    public ChildKind Child;

    /// <summary>A line with a TID only.</summary>
    public const int NoPid = -1;

    /// <summary>Exit of a thread whose process lives on.</summary>
    public const uint GroupAlive = 0;

    /// <summary>Exit of a process's last thread.</summary>
    public const uint GroupDead = 1;

    /// <summary>Exit as older kernels print it: without saying whether it was the last thread.</summary>
    public const uint GroupUnknown = 2;
}
