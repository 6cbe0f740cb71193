namespace Stress.Tracing;

/// <summary>A process of a trace: with its threads it has one memory, so its events are one sequence.</summary>
/// <param name="Pid">Process ID. The kernel may have given it to another process later.</param>
/// <param name="Parent">Index of the process that forked it, or -1 if it was alive when the trace began.</param>
/// <param name="Events">Its events, in order. <see cref="TraceEventKind.Exit"/>, if there is one, is the last.</param>
internal sealed record TraceProcess(int Pid, int Parent, TraceEvent[] Events);
