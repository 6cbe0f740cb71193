namespace Runs.Tracing.Parsing;

/// <summary>What a <c>sched_process_fork</c> line has made.</summary>
internal enum ChildKind : byte
{
    /// <summary>Not told: no line says it, and none is the child's own.</summary>
    Unknown,

    /// <summary>A process with a copy of its parent's memory.</summary>
    Process,

    /// <summary>
    /// A process in its parent's memory until it runs another program or exits: vfork, posix_spawn, clone with
    /// CLONE_VM.
    /// </summary>
    Sharing,

    /// <summary>A thread.</summary>
    Thread,

    /// <summary>
    /// Nobody can say which: the line has the number of another PID namespace, as in a container, and no line of the
    /// child has both.
    /// </summary>
    Elsewhere,
}
