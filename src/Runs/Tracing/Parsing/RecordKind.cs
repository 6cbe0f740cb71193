namespace Runs.Tracing.Parsing;

/// <summary>What a line of a trace records.</summary>
internal enum RecordKind : byte
{
    /// <summary><c>exceptions:page_fault_user</c>: a page fault of a process.</summary>
    PageFault,

    /// <summary><c>sched:sched_process_fork</c>: a process made a process or a thread.</summary>
    Fork,

    /// <summary><c>task:task_newtask</c>: what a fork is about to make, and with which flags.</summary>
    NewTask,

    /// <summary><c>sched:sched_process_exec</c>: a process runs another program.</summary>
    Exec,

    /// <summary><c>sched:sched_process_exit</c>: a thread ended.</summary>
    Exit,

    /// <summary><c>syscalls:sys_enter_mmap</c>.</summary>
    MmapEnter,

    /// <summary><c>syscalls:sys_exit_mmap</c>.</summary>
    MmapExit,

    /// <summary><c>syscalls:sys_enter_munmap</c>.</summary>
    Munmap,

    /// <summary><c>syscalls:sys_enter_mremap</c>.</summary>
    MremapEnter,

    /// <summary><c>syscalls:sys_exit_mremap</c>.</summary>
    MremapExit,

    /// <summary><c>syscalls:sys_enter_madvise</c>.</summary>
    Madvise,

    /// <summary><c>syscalls:sys_enter_brk</c>.</summary>
    BrkEnter,

    /// <summary><c>syscalls:sys_exit_brk</c>.</summary>
    BrkExit,
}
