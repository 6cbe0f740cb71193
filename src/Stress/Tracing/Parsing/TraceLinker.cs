using System.Runtime.InteropServices;

namespace Stress.Tracing.Parsing;

/// <summary>
/// Makes processes out of records: tells threads from processes, joins system calls with their returns, and sorts the events
/// by process. Records that do not fit together are counted.
/// </summary>
internal sealed class TraceLinker
{
    private const int Ended = -1;

    private readonly SkipLog _skips;
    private readonly List<Entry> _processes = [];
    private readonly Dictionary<int, int> _byPid = [];
    private readonly Dictionary<int, TraceRecord> _calls = [];

    private TraceLinker(SkipLog skips) => _skips = skips;

    /// <summary>Links the records of a trace, in the order of its lines.</summary>
    public static RecordedTrace Link(string file, int lines, List<TraceRecord> records, SkipLog skips)
    {
        TraceLinker linker = new(skips);
        Span<TraceRecord> span = CollectionsMarshal.AsSpan(records);
        MarkThreads(span);
        foreach (ref readonly TraceRecord record in span)
        {
            linker.Add(in record);
        }

        foreach (TraceRecord call in linker._calls.Values)
        {
            skips.Add(SkipKind.CallWithoutReturn, call.Line);
        }

        TraceProcess[] processes = [.. linker._processes.Select(each => new TraceProcess(each.Pid, each.Parent, [.. each.Events]))];
        return new RecordedTrace(file, lines, processes, skips.ToList()) { LostEvents = skips.LostEvents };
    }

    /// <summary>
    /// A fork's child is a thread if the next line of that thread has another number before the slash. Marked in the
    /// record's length.
    /// </summary>
    private static void MarkThreads(Span<TraceRecord> records)
    {
        Dictionary<int, int> nextPid = [];
        (int Pid, int Tid) last = default;
        for (int index = records.Length - 1; index >= 0; index--)
        {
            ref TraceRecord record = ref records[index];
            if ((record.Pid, record.Tid) != last)
            {
                last = (record.Pid, record.Tid);
                nextPid[record.Tid] = record.Pid;
            }

            if (record.Kind == RecordKind.Fork && nextPid.Remove((int)record.Code, out int pid))
            {
                record.Length = pid != (int)record.Code ? 1UL : 0;
                last = default;
            }
        }
    }

    private void Add(in TraceRecord record)
    {
        if (!TryFindProcess(in record, out int process))
        {
            return;
        }

        switch (record.Kind)
        {
            case RecordKind.Fork:
                AddFork(process, in record);
                break;
            case RecordKind.Exit:
                AddExit(process, in record);
                break;
            case RecordKind.MmapEnter or RecordKind.MremapEnter or RecordKind.BrkEnter:
                DropCall(record.Tid);
                _calls[record.Tid] = record;
                break;
            case RecordKind.MmapExit or RecordKind.MremapExit or RecordKind.BrkExit:
                AddReturn(process, in record);
                break;
            default:
                _processes[process].Events.Add(EventMaker.Make(in record));
                break;
        }
    }

    /// <summary>A process that nothing was seen of before was alive when the trace began: its memory is unknown.</summary>
    private bool TryFindProcess(in TraceRecord record, out int process)
    {
        bool isKnown = _byPid.TryGetValue(record.Pid, out process);
        SkipKind? skip = record.Kind switch
        {
            _ when isKnown && process == Ended => SkipKind.EventAfterExit,
            RecordKind.Fork when !isKnown || (int)record.Address != record.Tid => SkipKind.ForkFromUnknownProcess,
            RecordKind.Exit when !isKnown => SkipKind.ExitOfUnknownProcess,
            RecordKind.MmapExit or RecordKind.MremapExit or RecordKind.BrkExit when !isKnown => SkipKind.ReturnWithoutCall,
            _ => null,
        };
        if (skip is SkipKind kind)
        {
            _skips.Add(kind, record.Line);
            return false;
        }

        process = isKnown ? process : AddProcess(record.Pid, parent: -1);
        return true;
    }

    private int AddProcess(int pid, int parent)
    {
        int index = _processes.Count;
        _processes.Add(new Entry(pid, parent));
        _byPid[pid] = index;
        return index;
    }

    private void AddFork(int process, in TraceRecord record)
    {
        int pid = (int)record.Code;
        bool isThread = record.Length != 0;
        if (isThread)
        {
            _processes[process].Threads++;
            _processes[process].Events.Add(new TraceEvent { Kind = TraceEventKind.Nothing, Lines = 1 });
        }
        else if (_byPid.TryGetValue(pid, out int child) && child != Ended)
        {
            _skips.Add(SkipKind.ForkOfRunningProcess, record.Line);
        }
        else
        {
            int made = AddProcess(pid, process);
            _processes[process].Events.Add(new TraceEvent { Kind = TraceEventKind.Fork, Lines = 1, Argument = made });
        }
    }

    private void AddExit(int process, in TraceRecord record)
    {
        DropCall(record.Tid);
        Entry entry = _processes[process];
        entry.Threads--;
        bool isLast = record.Code == TraceRecord.GroupDead || (record.Code == TraceRecord.GroupUnknown && entry.Threads == 0);
        entry.Events.Add(new TraceEvent { Kind = isLast ? TraceEventKind.Exit : TraceEventKind.Nothing, Lines = 1 });
        if (isLast)
        {
            _byPid[record.Pid] = Ended;
        }
    }

    private void AddReturn(int process, in TraceRecord record)
    {
        if (_calls.TryGetValue(record.Tid, out TraceRecord call) && call.Pid == record.Pid && call.Kind + 1 == record.Kind)
        {
            _calls.Remove(record.Tid);
            _processes[process].Events.Add(EventMaker.Make(in call, result: record.Address));
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

    private sealed class Entry(int pid, int parent)
    {
        public int Pid { get; } = pid;

        public int Parent { get; } = parent;

        public List<TraceEvent> Events { get; } = [];

        public int Threads { get; set; } = 1;
    }
}
