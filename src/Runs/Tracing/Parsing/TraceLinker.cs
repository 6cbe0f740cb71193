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
    private readonly Dictionary<int, Task> _tasks = [];
    private readonly Dictionary<int, TraceRecord> _calls = [];

    private TraceLinker(SkipLog skips) => _skips = skips;

    /// <summary>Links the records of a trace, in the order of its lines.</summary>
    public static RecordedTrace Link(string file, int lines, List<TraceRecord> records, SkipLog skips)
    {
        TraceLinker linker = new(skips);
        Span<TraceRecord> span = CollectionsMarshal.AsSpan(records);
        TaskResolver.Resolve(span);
        foreach (ref readonly TraceRecord record in span)
        {
            linker.Add(in record);
        }

        foreach (TraceRecord call in linker._calls.Values)
        {
            skips.Add(SkipKind.CallWithoutReturn, call.Line);
        }

        TraceProcess[] processes =
            [.. linker._processes.Select(each => new TraceProcess(each.Pid, each.Parent, [.. each.Events]))];
        return new RecordedTrace(file, lines, processes, skips.ToList()) { LostEvents = skips.LostEvents };
    }

    private void Add(in TraceRecord record)
    {
        if (!TryFindTask(in record, out Task? task))
        {
            return;
        }

        Entry entry = _processes[task.Process];
        switch (record.Kind)
        {
            case RecordKind.NewTask:
                entry.Add(TraceEventKind.Nothing);
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
                AddReturn(entry, in record);
                break;
            case RecordKind.PageFault or RecordKind.Munmap or RecordKind.Madvise:
                entry.Events.Add(EventMaker.Make(in record));
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
        Entry entry = _processes[parent.Process];
        int pid = (int)record.Code;
        switch (record.Child)
        {
            case ChildKind.Thread:
                parent.Threads++;
                entry.Add(TraceEventKind.Thread);
                break;
            case ChildKind.Sharing:
                entry.Users++;
                _tasks[pid] = new Task(parent.Process);
                entry.Add(TraceEventKind.Share);
                break;
            case ChildKind.Process:
                int made = AddProcess(pid, parent.Process);
                _tasks[pid] = new Task(made);
                entry.Add(TraceEventKind.Fork, argument: made);
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
            entry.Events.Add(new TraceEvent { Kind = TraceEventKind.Leave, Argument = made });
            task.Process = made;
        }

        _processes[task.Process].Events.Add(EventMaker.Make(in record));
    }

    private void AddExit(Task task, in TraceRecord record)
    {
        DropCall(record.Tid);
        task.Threads--;
        task.HasEnded = record.Code == TraceRecord.GroupDead
            || (record.Code == TraceRecord.GroupUnknown && task.Threads == 0);
        Entry entry = _processes[task.Process];
        entry.Users -= task.HasEnded ? 1 : 0;
        entry.Add(task.HasEnded && entry.Users == 0 ? TraceEventKind.Exit : TraceEventKind.Nothing);
    }

    private void AddReturn(Entry entry, in TraceRecord record)
    {
        if (_calls.TryGetValue(record.Tid, out TraceRecord call) && call.Pid == record.Pid
            && call.Kind + 1 == record.Kind)
        {
            _calls.Remove(record.Tid);
            entry.Events.Add(EventMaker.Make(in call, result: record.Address));
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

    /// <summary>A memory, with the events of all who share it.</summary>
    private sealed class Entry(int pid, int parent)
    {
        public int Pid { get; } = pid;

        public int Parent { get; } = parent;

        public List<TraceEvent> Events { get; } = [];

        /// <summary>Processes that share it.</summary>
        public int Users { get; set; } = 1;

        public void Add(TraceEventKind kind, int argument = 0) =>
            Events.Add(new TraceEvent { Kind = kind, Lines = 1, Argument = argument });
    }
}
