using System.IO.Compression;
using System.Text.RegularExpressions;
using Runs.Tracing.Events;

namespace Runs.Tests.Tracing.Parsing;

public sealed partial class TraceLinkerTests
{
    [Fact]
    public void The_child_of_a_fork_is_a_process_with_its_own_events()
    {
        RecordedTrace trace = new TraceText().Exec(7).Fork(7, 8).Write(8, 1).Write(7, 2).Exit(8).Exit(7).Parse();

        Assert.Equal([(7, -1, 4), (8, 0, 2)],
            trace.Processes.Select(each => (each.Pid, each.Parent, each.Events.Length)));
        Assert.Equal(1, trace.Processes[0].Events[1].Argument);
    }

    [Fact]
    public void A_child_that_later_lines_show_with_another_process_is_a_thread()
    {
        RecordedTrace trace = new TraceText()
            .Exec(7).Fork(7, 8).Write(7, 1, tid: 8).Exit(7, tid: 8, groupDead: false).Write(7, 2).Exit(7)
            .Parse();

        TraceProcess process = Assert.Single(trace.Processes);
        Assert.Equal(
            [TraceEventKind.Exec, TraceEventKind.Thread, TraceEventKind.WriteFault, TraceEventKind.Nothing,
                TraceEventKind.WriteFault, TraceEventKind.Exit],
            process.Events.Select(each => each.Kind));
    }

    [Fact]
    public void A_number_may_be_a_thread_first_and_a_process_later()
    {
        RecordedTrace trace = new TraceText()
            .Exec(7).Fork(7, 8).Write(7, 1, tid: 8).Exit(7, tid: 8, groupDead: false).Fork(7, 8).Write(8, 1).Exit(8)
            .Parse();

        Assert.Equal([7, 8], trace.Processes.Select(each => each.Pid));
        Assert.Empty(trace.Skipped);
    }

    [Theory]
    [InlineData(0x1200011, 1, 0, 0)]    // fork
    [InlineData(0x4111, 0, 1, 0)]       // vfork
    [InlineData(0x4100, 0, 1, 0)]       // posix_spawn
    [InlineData(0x100, 0, 1, 0)]        // clone3 with CLONE_VM
    [InlineData(0x3d0f00, 0, 0, 1)]     // pthread_create
    public void The_flags_of_a_clone_tell_forks_vforks_and_threads_apart_also_without_later_lines(int flags, int forks,
        int shared, int threads)
    {
        RecordedTrace trace = new TraceText().Exec(7).NewTask(7, 8, flags).Fork(7, 8).Exit(7).Parse();

        Assert.Equal(
            (forks, shared, threads),
            (trace.CountOf(TraceEventKind.Fork), trace.CountOf(TraceEventKind.Share),
                trace.CountOf(TraceEventKind.Thread)));
        Assert.Empty(trace.Skipped);
        Assert.Equal(4, trace.Processes[0].Events.Sum(each => each.Lines));
    }

    [Fact]
    public void A_child_without_flags_and_without_later_lines_is_left_out_with_the_reason()
    {
        RecordedTrace trace = new TraceText().Exec(7).Fork(7, 8).Exit(7).Parse();

        Assert.Equal([new SkippedLines(SkipKind.ForkOfUnknownKind, 1, 2)], trace.Skipped);
        Assert.Single(trace.Processes);
    }

    [Fact]
    public void A_new_task_without_a_fork_is_left_out_with_the_reason()
    {
        RecordedTrace trace = new TraceText().Exec(7).NewTask(7, 8, 0x1200011).Parse();

        Assert.Equal([new SkippedLines(SkipKind.NewTaskWithoutFork, 1, 2)], trace.Skipped);
    }

    [Fact]
    public void A_vforked_child_is_in_its_parents_memory_until_it_runs_another_program()
    {
        RecordedTrace trace = new TraceText()
            .Exec(7).NewTask(7, 8, 0x4111).Fork(7, 8).CopyOnWrite(8, 16).Exec(8).Write(8, 32).Exit(8).Write(7, 17)
            .Exit(7).Parse();

        Assert.Equal([(7, -1), (8, 0)], trace.Processes.Select(each => (each.Pid, each.Parent)));
        Assert.Equal(
            [
                TraceEventKind.Exec, TraceEventKind.Nothing, TraceEventKind.Share, TraceEventKind.CopyOnWriteFault,
                TraceEventKind.Leave,
                TraceEventKind.WriteFault, TraceEventKind.Exit,
            ],
            trace.Processes[0].Events.Select(each => each.Kind));
        Assert.Equal(
            [TraceEventKind.Exec, TraceEventKind.WriteFault, TraceEventKind.Exit],
            trace.Processes[1].Events.Select(each => each.Kind));
        Assert.Equal(9, trace.Processes.Sum(each => each.Events.Sum(one => one.Lines)));
    }

    [Fact]
    public void A_shared_memory_lives_until_the_last_process_in_it_ends_or_leaves()
    {
        RecordedTrace trace = new TraceText()
            .Exec(7).NewTask(7, 8, 0x100).Fork(7, 8).Exit(7).Write(8, 16).NewTask(8, 9, 0x100).Fork(8, 9).Exit(9)
            .Exec(8).Exit(8).Parse();

        TraceProcess process = Assert.Single(trace.Processes);
        Assert.Equal(
            [TraceEventKind.Nothing, TraceEventKind.WriteFault, TraceEventKind.Nothing, TraceEventKind.Share,
                TraceEventKind.Nothing, TraceEventKind.Exec, TraceEventKind.Exit],
            process.Events[3..].Select(each => each.Kind));
        Assert.Empty(trace.Skipped);
    }

    [Fact]
    public void A_process_number_that_is_used_again_is_another_process()
    {
        RecordedTrace trace = new TraceText().Exec(7).Fork(7, 8).Exit(8).Fork(7, 8).Write(8, 1).Exit(8).Parse();

        Assert.Equal([1, 2], trace.Processes.Skip(1).Select(each => each.Events.Length));
        Assert.Empty(trace.Skipped);
    }

    [Fact]
    public void Without_group_dead_the_last_thread_to_exit_ends_the_process()
    {
        RecordedTrace trace = new TraceText()
            .Exec(7).Fork(7, 8).Write(7, 1, tid: 8).Exit(7, groupDead: null).Exit(7, tid: 8, groupDead: null)
            .Parse();

        Assert.Equal([TraceEventKind.Nothing, TraceEventKind.Exit],
            trace.Processes[0].Events[^2..].Select(each => each.Kind));
    }

    [Fact]
    public void Calls_of_two_threads_are_joined_with_their_own_returns()
    {
        RecordedTrace trace = new TraceText()
            .Exec(7).Fork(7, 8)
            .MmapEnter(7, pages: 3).MmapEnter(7, pages: 5, tid: 8)
            .Event(7, 7, "syscalls:sys_exit_mmap: 0x3000").Event(7, 8, "syscalls:sys_exit_mmap: 0x5000")
            .Parse();

        Assert.Equal(
            [(3L, 3L, 2), (5L, 5L, 2)],
            trace.Processes[0].Events.Where(each => each.Kind == TraceEventKind.MapPrivate)
                .Select(each => (each.Page, each.Pages, (int)each.Lines)));
    }

    [Theory]
    [InlineData(0x22, TraceEventKind.MapPrivate)]
    [InlineData(0x812, TraceEventKind.MapPrivate)]
    [InlineData(0x4022, TraceEventKind.MapPrivate)]
    [InlineData(0x01, TraceEventKind.MapShared)]
    [InlineData(0x21, TraceEventKind.MapShared)]
    [InlineData(0x03, TraceEventKind.MapShared)]
    [InlineData(0x40022, TraceEventKind.MapShared)]
    public void The_flags_of_mmap_tell_private_from_shared(int flags, object kind)
    {
        RecordedTrace trace = new TraceText().Mmap(7, page: 16, pages: 4, flags).Parse();

        Assert.Equal((TraceEventKind)kind, Assert.Single(trace.Processes[0].Events).Kind);
    }

    [Fact]
    public void A_failed_call_is_used_but_does_nothing()
    {
        RecordedTrace trace = new TraceText().MmapEnter(7, pages: 3)
            .Event(7, 7, "syscalls:sys_exit_mmap: 0xfffffffffffffff4").Parse();

        Assert.Equal(TraceEventKind.Nothing, Assert.Single(trace.Processes[0].Events).Kind);
        Assert.Equal(2, trace.Events);
    }

    [Theory]
    [InlineData(4, TraceEventKind.Discard)]
    [InlineData(24, TraceEventKind.Discard)]
    [InlineData(8, TraceEventKind.Nothing)]
    [InlineData(14, TraceEventKind.Nothing)]
    public void Only_advice_that_drops_pages_at_once_does_something(int advice, object kind)
    {
        RecordedTrace trace = new TraceText().Madvise(7, page: 16, pages: 4, advice).Parse();

        Assert.Equal((TraceEventKind)kind, Assert.Single(trace.Processes[0].Events).Kind);
    }

    [Theory]
    [InlineData(0x4, TraceEventKind.ReadFault)]
    [InlineData(0x14, TraceEventKind.ReadFault)]
    [InlineData(0x6, TraceEventKind.WriteFault)]
    [InlineData(0x7, TraceEventKind.CopyOnWriteFault)]
    [InlineData(0x5, TraceEventKind.OtherFault)]
    public void The_error_code_tells_what_a_fault_was(int code, object kind)
    {
        Assert.Equal((TraceEventKind)kind,
            Assert.Single(new TraceText().Fault(7, 16, code).Parse().Processes[0].Events).Kind);
    }

    [Fact]
    public void Lengths_are_rounded_up_to_pages()
    {
        RecordedTrace trace = new TraceText().Event(7, 7,
            "syscalls:sys_enter_munmap: addr: 0x7f9d4163c000, len: 0x00008dff").Parse();

        Assert.Equal(9, Assert.Single(trace.Processes[0].Events).Pages);
    }

    [Fact]
    public void Lines_that_do_not_fit_together_are_counted_with_the_first_of_each_kind()
    {
        RecordedTrace trace = new TraceText()
            .Exit(8)                                                        // 1: nothing is known of 8
            .Fork(9, 10)                                                    // 2: nothing is known of 9
            .Exec(7)                                                        // 3
            .Fork(7, 8)                                                     // 4
            .Event(7, 7, "syscalls:sys_exit_mmap: 0x5000")                  // 5: no call before
            .MmapEnter(7, pages: 1)                                         // 6: no return
            .Mmap(7, page: 4, pages: 1)                                     // 7, 8
            .Write(11, 1)                                                   // 9: alive when the trace began
            .Fork(7, 11)                                                    // 10: 11 already runs
            .Exit(8)                                                        // 11
            .Write(8, 1)                                                    // 12: 8 has ended
            .Write(8, 1)                                                    // 13
            .Line("            work 7/7 [000]  1.000001: exceptions:page_fault_user: addr")
            .Event(7, 7, "sched:sched_switch: prev_comm=work")              // 15
            .Line("some other text")                                        // 16
            .Line("")                                                       // 17
            .Parse();

        Assert.Equal(
            [
                new(SkipKind.EmptyOrComment, 1, 17),
                new(SkipKind.NoEventLine, 1, 16),
                new(SkipKind.CutShort, 1, 14),
                new(SkipKind.UnknownEvent, 1, 15),
                new(SkipKind.ForkFromUnknownProcess, 1, 2),
                new(SkipKind.ForkOfRunningProcess, 1, 10),
                new(SkipKind.ExitOfUnknownProcess, 1, 1),
                new(SkipKind.EventAfterExit, 2, 12),
                new(SkipKind.ReturnWithoutCall, 1, 5),
                new(SkipKind.CallWithoutReturn, 1, 6),
            ],
            trace.Skipped);
        Assert.Equal(17, trace.Lines);
        Assert.Equal(11, trace.SkippedCount);
        Assert.Equal(6, trace.Events);
        Assert.Equal(6, trace.Processes.Sum(process => process.Events.Sum(each => each.Lines)));
        Assert.All(trace.Skipped,
            each => Assert.Contains($"first in line {each.FirstLine}", each.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_of_a_container_are_matched_by_the_lines_of_the_child_that_have_both()
    {
        RecordedTrace trace = new TraceText()
            .Event(7, 7, "sched:sched_process_exec: filename=/bin/sh pid=4007 old_pid=4007")
            .Event(7, 7, "sched:sched_process_fork: comm=sh pid=4007 child_comm=sh child_pid=4008")
            .Write(8, 16)
            .Event(7, 7, "task:task_newtask: pid=4009 comm=sh clone_flags=3d0f00 oom_score_adj=0")
            .Event(7, 7, "sched:sched_process_fork: comm=sh pid=4007 child_comm=sh child_pid=4009")
            .Event(8, 8, "sched:sched_process_exit: comm=sh pid=4008 prio=120 group_dead=true")
            .Event(7, 7, "sched:sched_process_fork: comm=sh pid=4007 child_comm=sh child_pid=4008")
            .Event(9, 9, "sched:sched_process_exec: filename=/bin/ls pid=4008 old_pid=4008")
            .Event(9, 9, "sched:sched_process_exit: comm=ls pid=4008 prio=120 group_dead=true")
            .Parse();

        Assert.Equal([(7, -1), (8, 0), (9, 0)], trace.Processes.Select(each => (each.Pid, each.Parent)));
        Assert.Equal((2, 1), (trace.Forks, trace.CountOf(TraceEventKind.Thread)));
        Assert.Empty(trace.Skipped);
    }

    [Fact]
    public void A_child_in_a_container_without_a_line_that_has_both_numbers_is_left_out_with_the_reason()
    {
        RecordedTrace trace = new TraceText()
            .Exec(7).Event(7, 7, "sched:sched_process_fork: comm=x pid=4007 child_comm=x child_pid=4008")
            .Write(8, 16).Parse();

        Assert.Equal([new SkippedLines(SkipKind.ForkInOtherNamespace, 1, 2)], trace.Skipped);
    }

    [Fact]
    public void Without_PIDs_the_exit_of_a_child_tells_whether_it_was_a_thread()
    {
        RecordedTrace trace = TraceText.Parse(WithoutPids(new TraceText()
            .Exec(7).Fork(7, 8).Write(8, 16).Fork(8, 9, tid: 8).Exit(8, groupDead: false).Write(9, 17)
            .Exit(9).Exit(7)));

        Assert.Equal([(7, -1, 6), (9, 0, 2)],
            trace.Processes.Select(each => (each.Pid, each.Parent, each.Events.Length)));
        Assert.Empty(trace.Skipped);
    }

    [Fact]
    public void Without_PIDs_a_child_that_runs_another_program_is_a_process_whichever_of_its_threads_ends_last()
    {
        RecordedTrace trace = TraceText.Parse(WithoutPids(new TraceText()
            .Exec(7).Fork(7, 8).Exec(8).NewTask(8, 9, 0x3d0f00).Fork(8, 9).Write(9, 16).Exit(8, groupDead: false)
            .Exit(9).Exit(7)));

        Assert.Equal([(7, -1), (8, 0)], trace.Processes.Select(each => (each.Pid, each.Parent)));
        Assert.Equal(
            [TraceEventKind.Exec, TraceEventKind.Nothing, TraceEventKind.Thread, TraceEventKind.WriteFault,
                TraceEventKind.Nothing, TraceEventKind.Exit],
            trace.Processes[1].Events.Select(each => each.Kind));
    }

    [Theory]
    [InlineData("forkstorm.txt.gz")]
    [InlineData("redis-bgsave.txt.gz")]
    [InlineData("python-pool.txt.gz")]
    public void A_recorded_trace_says_the_same_without_its_PIDs(string file)
    {
        using GZipStream text = new(File.OpenRead(Repository.PathOf("samples", "traces", file)),
            CompressionMode.Decompress);
        string lines = new StreamReader(text).ReadToEnd();
        RecordedTrace with = TraceText.Parse(lines);
        RecordedTrace without = TraceText.Parse(PidBeforeSlash().Replace(lines, " $1 ["));

        Assert.Equal(with.Lines, without.Events);
        Assert.Equal(
            with.Processes.Select(each => (each.Pid, each.Parent, each.Events.Length)),
            without.Processes.Select(each => (each.Pid, each.Parent, each.Events.Length)));
    }

    /// <summary>As perf script prints it when nobody asks for fields.</summary>
    private static string WithoutPids(TraceText trace) => PidBeforeSlash().Replace(trace.Text, " $1 [");

    [GeneratedRegex(@" \d+/(\d+) +\[")]
    private static partial Regex PidBeforeSlash();
}
