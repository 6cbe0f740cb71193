using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Runs.Tracing.Events;

namespace Runs.Tracing.Parsing;

/// <summary>
/// Makes processes out of records: gives every event to the process whose memory it is about, joins system calls with
/// their returns, and sorts the events by process. Records that do not fit together are counted.
/// </summary>
internal sealed class TraceLinker
{
    private readonly SkipLog _skips;
    private readonly List<Entry> _processes = [];

    /// <summary>The events of all processes, in the order of their lines, from a pool: they live briefly.</summary>
    private (int Process, TraceEvent Event)[] _events;

    private int _eventCount;
    private readonly Dictionary<int, Task> _tasks = [];
    private readonly Dictionary<int, TraceRecord> _calls = [];

    private TraceLinker(SkipLog skips, ReadOnlySpan<TraceRecord> records)
    {
        _skips = skips;

        // One for each record at most, but for a program that is run in a memory of its own.
        int events = records.Length;
        foreach (ref readonly TraceRecord record in records)
        {
            events += record.Kind == RecordKind.Exec ? 1 : 0;
        }

        _events = ArrayPool<(int Process, TraceEvent Event)>.Shared.Rent(events);
    }

    /// <summary>Links the records of a trace, in the order of its lines.</summary>
    public static RecordedTrace Link(string file, int lines, List<TraceRecord> records, SkipLog skips)
    {
        Span<TraceRecord> span = CollectionsMarshal.AsSpan(records);
        TraceLinker linker = new(skips, span);
        TaskResolver.Resolve(span);
        foreach (ref readonly TraceRecord record in span)
        {
            linker.Add(in record);
        }

        foreach (TraceRecord call in linker._calls.Values)
        {
            skips.Add(SkipKind.CallWithoutReturn, call.Line);
        }

        return new RecordedTrace(file, lines, linker.SortEvents(), skips.ToList()) { LostEvents = skips.LostEvents };
    }

    /// <summary>The processes, each with its events, of which it knows the number by now.</summary>
    private TraceProcess[] SortEvents()
    {
        TraceProcess[] processes =
            [.. _processes.Select(each => new TraceProcess(each.Pid, each.Parent, new TraceEvent[each.Events]))];
        int[] next = new int[processes.Length];
        foreach (ref readonly (int Process, TraceEvent Event) each in _events.AsSpan(0, _eventCount))
        {
            processes[each.Process].Events[next[each.Process]++] = each.Event;
        }

        ArrayPool<(int Process, TraceEvent Event)>.Shared.Return(_events);
        _events = [];
        return processes;
    }

    private void AddEvent(int process, in TraceEvent made)
    {
        _processes[process].Events++;
        _events[_eventCount++] = (process, made);
    }

    private void AddEvent(int process, TraceEventKind kind, int argument = 0) =>
        AddEvent(process, new TraceEvent { Kind = kind, Lines = 1, Argument = argument });

    private void Add(in TraceRecord record)
    {
        if (!TryFindTask(in record, out Task? task))
        {
            return;
        }

        switch (record.Kind)
        {
            case RecordKind.NewTask:
                AddEvent(task.Process, TraceEventKind.Nothing);
                break;
            case RecordKind.Fork:
                AddFork(task, in record);
                break;
            case RecordKind.Exec:
                AddExec(task, in record);
                break;
            case RecordKind.Exit:
                AddExit(task, in record);
                break;
            case RecordKind.MmapEnter or RecordKind.MremapEnter or RecordKind.BrkEnter:
                DropCall(record.Tid);
                _calls[record.Tid] = record;
                break;
            case RecordKind.MmapExit or RecordKind.MremapExit or RecordKind.BrkExit:
                AddReturn(task.Process, in record);
                break;
            case RecordKind.PageFault or RecordKind.Munmap or RecordKind.Madvise:
                AddEvent(task.Process, EventMaker.Make(in record));
                break;
            default:
                throw new InvalidOperationException($"No trace has a record of kind {record.Kind}.");
        }
    }

    /// <summary>
    /// A process that nothing was seen of before was alive when the trace began: its memory is unknown.
    /// </summary>
    private bool TryFindTask(in TraceRecord record, [NotNullWhen(true)] out Task? task)
    {
        bool isKnown = _tasks.TryGetValue(record.Pid, out task);
        SkipKind? skip = record.Kind switch
        {
            _ when isKnown && task!.HasEnded => SkipKind.EventAfterExit,
            RecordKind.NewTask when record.Child == ChildKind.Unknown => SkipKind.NewTaskWithoutFork,
            RecordKind.NewTask when !isKnown => SkipKind.ForkFromUnknownProcess,
            RecordKind.Fork when !isKnown => SkipKind.ForkFromUnknownProcess,
            RecordKind.Fork when record.Child == ChildKind.Elsewhere => SkipKind.ForkInOtherNamespace,
            RecordKind.Fork when record.Child != ChildKind.Thread && IsRunning((int)record.Code) =>
                SkipKind.ForkOfRunningProcess,
            RecordKind.Fork when record.Child == ChildKind.Unknown => SkipKind.ForkOfUnknownKind,
            RecordKind.Exit when !isKnown => SkipKind.ExitOfUnknownProcess,
            RecordKind.MmapExit or RecordKind.MremapExit or RecordKind.BrkExit when !isKnown =>
                SkipKind.ReturnWithoutCall,
            _ => null,
        };
        if (skip is SkipKind kind)
        {
            _skips.Add(kind, record.Line);
            return false;
        }

        task ??= _tasks[record.Pid] = new Task(AddProcess(record.Pid, parent: -1));
        return true;
    }

    private bool IsRunning(int pid) => _tasks.TryGetValue(pid, out Task? task) && !task.HasEnded;

    private int AddProcess(int pid, int parent)
    {
        _processes.Add(new Entry(pid, parent));
        return _processes.Count - 1;
    }

    private void AddFork(Task parent, in TraceRecord record)
    {
        int pid = (int)record.Code;
        switch (record.Child)
        {
            case ChildKind.Thread:
                parent.Threads++;
                AddEvent(parent.Process, TraceEventKind.Thread);
                break;
            case ChildKind.Sharing:
                _processes[parent.Process].Users++;
                _tasks[pid] = new Task(parent.Process);
                AddEvent(parent.Process, TraceEventKind.Share);
                break;
            case ChildKind.Process:
                int made = AddProcess(pid, parent.Process);
                _tasks[pid] = new Task(made);
                AddEvent(parent.Process, TraceEventKind.Fork, argument: made);
                break;
            default:
                throw new InvalidOperationException($"No fork of {record.Child}.");
        }
    }

    /// <summary>Whoever shares a memory leaves it to the others.</summary>
    private void AddExec(Task task, in TraceRecord record)
    {
        Entry entry = _processes[task.Process];
        if (entry.Users > 1)
        {
            int made = AddProcess(record.Pid, task.Process);
            entry.Users--;
            AddEvent(task.Process, new TraceEvent { Kind = TraceEventKind.Leave, Argument = made });
            task.Process = made;
        }

        AddEvent(task.Process, EventMaker.Make(in record));
    }

    private void AddExit(Task task, in TraceRecord record)
    {
        DropCall(record.Tid);
        task.Threads--;
        task.HasEnded = record.Code == TraceRecord.GroupDead
            || (record.Code == TraceRecord.GroupUnknown && task.Threads == 0);
        Entry entry = _processes[task.Process];
        entry.Users -= task.HasEnded ? 1 : 0;
        AddEvent(task.Process, task.HasEnded && entry.Users == 0 ? TraceEventKind.Exit : TraceEventKind.Nothing);
    }

    private void AddReturn(int process, in TraceRecord record)
    {
        if (_calls.TryGetValue(record.Tid, out TraceRecord call) && call.Pid == record.Pid
            && call.Kind + 1 == record.Kind)
        {
            _calls.Remove(record.Tid);
            AddEvent(process, EventMaker.Make(in call, result: record.Address));
        }
        else
        {
            _skips.Add(SkipKind.ReturnWithoutCall, record.Line);
        }
    }

    private void DropCall(int tid)
    {
        if (_calls.Remove(tid, out TraceRecord call))
        {
            _skips.Add(SkipKind.CallWithoutReturn, call.Line);
        }
    }

    /// <summary>A process of the recorded system, while its number is its own.</summary>
    private sealed class Task(int process)
    {
        /// <summary>Index of the process whose memory it is in.</summary>
        public int Process { get; set; } = process;

        public int Threads { get; set; } = 1;

        public bool HasEnded { get; set; }
    }

    /// <summary>A memory, with the number of events of all who share it.</summary>
    private sealed class Entry(int pid, int parent)
    {
        public int Pid { get; } = pid;

        public int Parent { get; } = parent;

        public int Events { get; set; }

        /// <summary>Processes that share it.</summary>
        public int Users { get; set; } = 1;
    }
}
