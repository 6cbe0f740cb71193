using System.Runtime.InteropServices;

namespace Runs.Tracing.Parsing;

/// <summary>What the lines behind a fork say of its child. Filled from the trace's end backwards.</summary>
internal sealed class LaterLines
{
    private readonly Dictionary<int, Task> _tasks = [];
    private readonly Dictionary<uint, int> _numbersHere = [];
    private (int Pid, int Tid) _last;

    /// <summary>Adds the line before those added so far.</summary>
    public void Add(in TraceRecord record)
    {
        bool isOwn = record.Kind is RecordKind.Fork or RecordKind.Exec or RecordKind.Exit;
        if (isOwn && record.Address != 0 && (int)record.Address != record.Tid)
        {
            _numbersHere[(uint)record.Address] = record.Tid;
        }

        // Most lines are faults in a row of one thread.
        if (!isOwn && (record.Pid, record.Tid) == _last)
        {
            return;
        }

        _last = isOwn ? default : (record.Pid, record.Tid);
        ref Task task = ref CollectionsMarshal.GetValueRefOrAddDefault(_tasks, record.Tid, out _);
        task.Pid = record.Pid;
        task.DoesMoreThanExit |= record.Kind != RecordKind.Exit;
        task.RunsProgram |= record.Kind == RecordKind.Exec;
        task.LeavesGroupAlive |= record.Kind == RecordKind.Exit && record.Code == TraceRecord.GroupAlive;
    }

    /// <summary>Replaces a task's number in another PID namespace by the one that its lines begin with.</summary>
    /// <returns>False if no later line has both.</returns>
    public bool TryTranslate(ref uint number)
    {
        bool isFound = _numbersHere.Remove(number, out int here);
        number = isFound ? (uint)here : number;
        return isFound;
    }

    /// <summary>What the lines of a child tell. Earlier ones of the same number are another task's.</summary>
    public ChildKind TakeKind(int tid)
    {
        _last = default;
        return !_tasks.Remove(tid, out Task task) ? ChildKind.Unknown
            : task.Pid != TraceRecord.NoPid ? task.Pid == tid ? ChildKind.Process : ChildKind.Thread
            : (task.LeavesGroupAlive && !task.RunsProgram) || !task.DoesMoreThanExit ? ChildKind.Thread
            : ChildKind.Process;
    }

    private struct Task
    {
        public int Pid;
        public bool RunsProgram;

        /// <summary>A process that was forked faults before it can end; an idle thread need not.</summary>
        public bool DoesMoreThanExit;

        public bool LeavesGroupAlive;
    }
}
