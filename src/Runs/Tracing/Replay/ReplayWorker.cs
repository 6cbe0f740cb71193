using Runs.Recording;
using Runs.Tracing.Events;
using Runs.Tracing.Memory;
using Tracker.Tracking;

namespace Runs.Tracing.Replay;

/// <summary>Simulates processes, a slice of events at a time. Not thread-safe: each worker has its own.</summary>
/// <param name="replay">What is replayed.</param>
/// <param name="recorder">The worker's way to the tracker.</param>
/// <param name="simulator">What memory is simulated with.</param>
/// <typeparam name="TTracking">The tracker.</typeparam>
public sealed class ReplayWorker<TTracking>(
    TraceReplay<TTracking> replay,
    Recorder<TTracking> recorder,
    Simulator<TTracking> simulator)
    where TTracking : struct, ITracking
{
    /// <summary>
    /// Events of a slice. Short, so that a parent and its children take turns often where there are more processes than
    /// workers.
    /// </summary>
    private const int SliceEvents = 64;

    /// <summary>Runs one slice.</summary>
    /// <returns>False if there was nothing to do: no process is ready, or the replay is over.</returns>
    public bool Turn()
    {
        if (!replay.TryTake(out int index, out RunningProcess<TTracking>? process))
        {
            recorder.MeetIfRoundIsOver();
            return false;
        }

        if (process.Memory is null)
        {
            replay.Begin(process, simulator);
        }

        if (RunSlice(process) && !replay.IsCut)
        {
            replay.PutBack(index, simulator.Counts);
        }
        else
        {
            replay.End(process, simulator, recorder);
        }

        return true;
    }

    /// <returns>Whether events are left. A process that the trace leaves alive ends with its last event.</returns>
    private bool RunSlice(RunningProcess<TTracking> process)
    {
        TraceEvent[] events = process.Events;
        int end = Math.Min(process.NextEvent + SliceEvents, events.Length);
        ProcessMemory<TTracking> memory = process.Memory!;
        for (int next = process.NextEvent; next < end; next++)
        {
            Run(in events[next], memory);
        }

        process.NextEvent = end;
        return end < events.Length;
    }

    private void Run(in TraceEvent each, ProcessMemory<TTracking> memory)
    {
        TraceCounts counts = simulator.Counts;
        counts.Events += each.Lines;
        switch (each.Kind)
        {
            case TraceEventKind.CopyOnWriteFault:
                counts.Faults++;
                counts.CowFaults++;
                memory.CopyOnWrite(each.Page, simulator);
                break;
            case TraceEventKind.ReadFault:
                counts.Faults++;
                memory.Read(each.Page);
                break;
            case TraceEventKind.WriteFault:
                counts.Faults++;
                memory.Write(each.Page, simulator);
                break;
            case TraceEventKind.OtherFault:
                counts.Faults++;
                break;
            case TraceEventKind.MapPrivate or TraceEventKind.MapShared:
                memory.Map(each.Page, each.Pages, each.Kind == TraceEventKind.MapPrivate, simulator);
                break;
            case TraceEventKind.Unmap:
                memory.Unmap(each.Page, each.Pages, simulator);
                break;
            case TraceEventKind.Discard:
                memory.Discard(each.Page, each.Pages, simulator);
                break;
            case TraceEventKind.Move or TraceEventKind.MoveLeavingAreas:
                memory.Move(in each, simulator);
                break;
            case TraceEventKind.HeapEnd:
                memory.EndHeapAt(each.Page, simulator);
                break;
            case TraceEventKind.Fork:
                counts.Forks++;
                replay.Fork(memory, each.Argument, simulator);
                break;
            case TraceEventKind.Thread:
                counts.Threads++;
                break;
            case TraceEventKind.Share:
                counts.Vforks++;
                break;
            case TraceEventKind.Leave:
                replay.Fork(parent: null, each.Argument, simulator);
                break;
            case TraceEventKind.Exec:
                counts.Execs++;
                memory.Exec(simulator);
                break;
            case TraceEventKind.Exit:
                counts.Exits++;
                break;
        }
    }
}
