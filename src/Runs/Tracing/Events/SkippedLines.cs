namespace Runs.Tracing.Events;

/// <summary>Lines of a trace that cannot be used for one reason.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="Count">Lines.</param>
/// <param name="FirstLine">Number of the first of them, from 1.</param>
public sealed record SkippedLines(SkipKind Kind, int Count, int FirstLine)
{
    /// <summary>The reason in words.</summary>
    public string Reason => Kind switch
    {
        SkipKind.EmptyOrComment => "empty line or comment",
        SkipKind.NoEventLine => "no event line",
        SkipKind.CutShort => "line cut short",
        SkipKind.NoArguments => "event without arguments, printed without the field trace",
        SkipKind.LostEvents => "report of lost events",
        SkipKind.PerfRecord => "record of perf itself",
        SkipKind.OtherMachine => "fault of another machine",
        SkipKind.UnknownEvent => "unknown event",
        SkipKind.ForkFromUnknownProcess => "fork from an unknown process",
        SkipKind.ForkOfRunningProcess => "fork of a process that already runs",
        SkipKind.ForkOfUnknownKind => "fork of a thread or a process, without later lines that tell",
        SkipKind.ForkInOtherNamespace =>
            "fork recorded in a container, without a later line that has both numbers of the child",
        SkipKind.NewTaskWithoutFork => "new task without its fork",
        SkipKind.ExitOfUnknownProcess => "exit of an unknown process",
        SkipKind.EventAfterExit => "event after the exit of its process",
        SkipKind.ReturnWithoutCall => "system call returns without having been entered",
        SkipKind.CallWithoutReturn => "system call does not return",
        _ => throw new InvalidOperationException($"No words for {Kind}."),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Count} x {Reason} (first in line {FirstLine})";
}
