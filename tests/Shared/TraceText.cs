using System.Globalization;
using System.Text;
using Runs.Tracing.Events;
using Runs.Tracing.Parsing;

namespace Shared;

/// <summary>Writes small traces as perf script prints them.</summary>
internal sealed class TraceText
{
    private readonly List<string> _lines = [];
    private long _microseconds = 3_239_224_396;

    public int Count => _lines.Count;

    public string Text => string.Concat(_lines.Select(line => line + "\n"));

    public TraceText Line(string line)
    {
        _lines.Add(line);
        return this;
    }

    public TraceText Exec(int pid) =>
        Event(pid, pid, $"sched:sched_process_exec: filename=/usr/bin/work pid={pid} old_pid={pid}");

    public TraceText Fork(int pid, int child, int? tid = null) =>
        Event(pid, tid ?? pid,
            $"sched:sched_process_fork: comm=work pid={tid ?? pid} child_comm=work child_pid={child}");

    public TraceText NewTask(int pid, int child, int flags) =>
        Event(pid, pid, $"task:task_newtask: pid={child} comm=work clone_flags={flags:x} oom_score_adj=0");

    public TraceText Exit(int pid, int? tid = null, bool? groupDead = true)
    {
        string group = groupDead is bool isDead ? $" group_dead={(isDead ? "true" : "false")}" : string.Empty;
        return Event(pid, tid ?? pid, $"sched:sched_process_exit: comm=work pid={tid ?? pid} prio=120{group}");
    }

    public TraceText Fault(int pid, long page, int code, int? tid = null) =>
        Event(pid, tid ?? pid,
            $"exceptions:page_fault_user: address={Address(page)} ip=0x7f5c6b7a67ad error_code=0x{code:x}");

    public TraceText Read(int pid, long page) => Fault(pid, page, 0x4);

    public TraceText Write(int pid, long page, int? tid = null) => Fault(pid, page, 0x6, tid);

    public TraceText CopyOnWrite(int pid, long page) => Fault(pid, page, 0x7);

    public TraceText Mmap(int pid, long page, long pages, int flags = 0x22, int? tid = null) =>
        MmapEnter(pid, pages, flags, tid).Event(pid, tid ?? pid, $"syscalls:sys_exit_mmap: {Address(page)}");

    public TraceText MmapEnter(int pid, long pages, int flags = 0x22, int? tid = null) =>
        Event(pid, tid ?? pid,
            $"syscalls:sys_enter_mmap: addr: 0x00000000, len: {Address(pages)}, prot: 0x00000003, "
            + $"flags: 0x{flags:x8}, fd: 0xffffffff, off: 0x00000000");

    public TraceText Munmap(int pid, long page, long pages) =>
        Event(pid, pid, $"syscalls:sys_enter_munmap: addr: {Address(page)}, len: {Address(pages)}");

    public TraceText Madvise(int pid, long page, long pages, int advice = 4) =>
        Event(pid, pid,
            $"syscalls:sys_enter_madvise: start: {Address(page)}, len_in: {Address(pages)}, behavior: 0x{advice:x8}");

    public TraceText Mremap(int pid, long page, long pages, long newPage, long newPages, int flags = 1) =>
        Event(pid, pid,
            $"syscalls:sys_enter_mremap: addr: {Address(page)}, old_len: {Address(pages)}, new_len: "
            + $"{Address(newPages)}, flags: 0x{flags:x8}, new_addr: 0x00000000")
            .Event(pid, pid, $"syscalls:sys_exit_mremap: {Address(newPage)}");

    public TraceText Brk(int pid, long page) =>
        Event(pid, pid, $"syscalls:sys_enter_brk: brk: {Address(page)}")
            .Event(pid, pid, $"syscalls:sys_exit_brk: {Address(page)}");

    public TraceText Event(int pid, int tid, string text)
    {
        string time = (_microseconds++ / 1e6).ToString("F6", CultureInfo.InvariantCulture);
        return Line($"            work {pid}/{tid} [000]  {time}:   {text}");
    }

    public RecordedTrace Parse() => Parse(Text);

    public static RecordedTrace Parse(string text) =>
        TraceFile.Load("test", new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static string Address(long page) => $"0x{page << TraceEvent.PageShift:x8}";
}
