namespace Runs.Tracing.Events;

/// <summary>Why a line of a trace cannot be used.</summary>
public enum SkipKind
{
    /// <summary>An empty line, or a comment as <c>perf script --header</c> prints them.</summary>
    EmptyOrComment,

    /// <summary>The line does not begin with a command, PID/TID or TID, [CPU] and a time.</summary>
    NoEventLine,

    /// <summary>The line ends, or stops making sense, before its last argument.</summary>
    CutShort,

    /// <summary>
    /// An event that the replay needs, printed without its arguments: the field <c>trace</c> was left out.
    /// </summary>
    NoArguments,

    /// <summary>perf says that it lost events: what they would have shown is missing.</summary>
    LostEvents,

    /// <summary>Another record of perf's own, such as <c>PERF_RECORD_COMM</c>.</summary>
    PerfRecord,

    /// <summary>A page fault whose code no fault on x86-64 has. A trace with one is refused.</summary>
    OtherMachine,

    /// <summary>An event that the replay has no use for.</summary>
    UnknownEvent,

    /// <summary>A process forks that no earlier line shows. The child starts with its own first line.</summary>
    ForkFromUnknownProcess,

    /// <summary>The child of a fork has already run. It goes on as it is.</summary>
    ForkOfRunningProcess,

    /// <summary>
    /// A fork whose child has no line of its own, and nothing tells whether it is a thread. Nothing of it can be
    /// replayed.
    /// </summary>
    ForkOfUnknownKind,

    /// <summary>
    /// A fork, recorded in a container, whose child has the host's number and no line that tells its own.
    /// </summary>
    ForkInOtherNamespace,

    /// <summary>A new task is announced, and no fork line follows.</summary>
    NewTaskWithoutFork,

    /// <summary>A process ends that no earlier line shows, as when an exit stands before its fork.</summary>
    ExitOfUnknownProcess,

    /// <summary>A process that has ended goes on, without a fork in between.</summary>
    EventAfterExit,

    /// <summary>A system call returns that was not entered before.</summary>
    ReturnWithoutCall,

    /// <summary>A system call is entered and does not return: its effect is not known.</summary>
    CallWithoutReturn,
}
