namespace Runs.Tracing.Parsing;

/// <summary>
/// Finds out what each fork has made, and which task that is, from lines before and behind it.
/// <list type="bullet">
/// <item><c>task_newtask</c>, which has the flags of the clone, tells for certain what is made.</item>
/// <item>Without it a child is a thread if its own next line has another number before the slash. Where lines have no
/// PID, a child is a thread if it only exits, or if its exit leaves the group alive and it ran no other program. A
/// vfork looks like a fork.</item>
/// <item>perf in a container prints the container's numbers before the event, and the kernel the host's behind it.
/// Lines that have both of one task, its own fork, exec and exit, translate them.</item>
/// </list>
/// </summary>
internal static class TaskResolver
{
    private const ulong CloneVm = 0x100;
    private const ulong CloneThread = 0x10000;

    /// <summary>
    /// Sets what forks have made, the children's numbers as lines begin with them, and PIDs where they are missing.
    /// </summary>
    /// <param name="records">The records of a trace, in the order of its lines.</param>
    public static void Resolve(Span<TraceRecord> records)
    {
        TellByFlags(records);
        TellByLaterLines(records);
        FindProcesses(records);
    }

    /// <summary>A new task is announced by its parent, in the line before the fork or not far from it.</summary>
    private static void TellByFlags(Span<TraceRecord> records)
    {
        Dictionary<uint, int> announced = [];
        for (int index = 0; index < records.Length; index++)
        {
            ref TraceRecord record = ref records[index];
            if (record.Kind == RecordKind.NewTask)
            {
                announced[record.Code] = index;
            }
            else if (record.Kind == RecordKind.Fork && announced.Remove(record.Code, out int task))
            {
                record.Child = records[task].Child = KindOf(flags: records[task].Length);
            }
        }
    }

    private static ChildKind KindOf(ulong flags) =>
        (flags & CloneThread) != 0 ? ChildKind.Thread
        : (flags & CloneVm) != 0 ? ChildKind.Sharing
        : ChildKind.Process;

    private static void TellByLaterLines(Span<TraceRecord> records)
    {
        LaterLines later = new();
        for (int index = records.Length - 1; index >= 0; index--)
        {
            ref TraceRecord record = ref records[index];
            later.Add(in record);
            if (record.Kind != RecordKind.Fork)
            {
                continue;
            }

            bool isHere = (int)record.Address == record.Tid || later.TryTranslate(ref record.Code);
            ChildKind kind = isHere ? later.TakeKind((int)record.Code) : ChildKind.Elsewhere;
            record.Child = record.Child switch
            {
                ChildKind.Unknown => kind,
                ChildKind.Thread => ChildKind.Thread,
                _ when !isHere => ChildKind.Elsewhere,
                _ => record.Child,
            };
        }
    }

    /// <summary>
    /// Without PIDs, a thread is its parent's process, and whatever nobody forked is a process of its own.
    /// </summary>
    private static void FindProcesses(Span<TraceRecord> records)
    {
        Dictionary<int, int> processes = [];
        foreach (ref TraceRecord record in records)
        {
            if (record.Pid != TraceRecord.NoPid)
            {
                continue;
            }

            record.Pid = processes.GetValueOrDefault(record.Tid, record.Tid);
            if (record.Kind == RecordKind.Exit)
            {
                processes.Remove(record.Tid);
            }
            else if (record.Kind == RecordKind.Fork)
            {
                processes[(int)record.Code] = record.Child == ChildKind.Thread ? record.Pid : (int)record.Code;
            }
        }
    }
}
