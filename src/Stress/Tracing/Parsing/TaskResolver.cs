namespace Stress.Tracing.Parsing;

/// <summary>
/// Finds out what each fork has made, from lines before and behind it: <c>task_newtask</c>, which has the flags of the clone, tells
/// for certain. Without it a child is a thread if its own next line has another number before the slash; vfork looks like a fork.
/// </summary>
internal static class TaskResolver
{
    private const ulong CloneVm = 0x100;
    private const ulong CloneThread = 0x10000;

    /// <summary>Sets <see cref="TraceRecord.Child"/> of every fork, and of the new tasks that belong to one.</summary>
    /// <param name="records">The records of a trace, in the order of its lines.</param>
    public static void Resolve(Span<TraceRecord> records)
    {
        TellByFlags(records);
        TellByLaterLines(records);
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

            if (record.Kind == RecordKind.Fork)
            {
                // Another task of this number may have ended before.
                bool isSeen = nextPid.Remove((int)record.Code, out int pid);
                if (isSeen && record.Child == ChildKind.Unknown)
                {
                    record.Child = pid == (int)record.Code ? ChildKind.Process : ChildKind.Thread;
                }

                last = default;
            }
        }
    }
}
