namespace Runs.Tracing.Events;

/// <summary>
/// A process of a trace. Its threads, and processes that share its memory, are in it: one memory, so one sequence of
/// events.
/// </summary>
/// <param name="Pid">Process ID. The kernel may have given it to another process later.</param>
/// <param name="Parent">Index of the process that forked it, or whose memory it shared, or -1 if it was alive when the
/// trace began.</param>
/// <param name="Events">Its events, in order. <see cref="TraceEventKind.Exit"/>, if there is one, is the last.</param>
public sealed record TraceProcess(int Pid, int Parent, TraceEvent[] Events);
