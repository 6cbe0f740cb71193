using System.Text;
using CsCheck;
using Runs.Tracing.Events;
using Runs.Tracing.Parsing;

namespace Runs.Tests.Tracing.Parsing;

public sealed class LineParserTests
{
    private const string Head = "    redis-server 32450/32452 [001]  3239.232897: ";

    [Fact]
    public void A_page_fault_gives_process_thread_address_and_error_code()
    {
        TraceRecord record = Parsed(
            Head + "exceptions:page_fault_user: address=0x7f5c6b7a5b70 ip=0x7f5c6b7a5b71 error_code=0x14");

        Assert.Equal(RecordKind.PageFault, record.Kind);
        Assert.Equal(32450, record.Pid);
        Assert.Equal(32452, record.Tid);
        Assert.Equal(0x7f5c6b7a5b70UL, record.Address);
        Assert.Equal(0x14U, record.Code);
    }

    [Fact]
    public void Mmap_gives_length_and_flags_and_its_return_the_address()
    {
        TraceRecord enter = Parsed(
            Head
                + "   syscalls:sys_enter_mmap: addr: 0x7f5c6b754000, len: 0x00011000, prot: 0x00000005, flags: "
                + "0x00000812, fd: 0x00000003, off: 0x0000f000");
        TraceRecord exit = Parsed(Head + "    syscalls:sys_exit_mmap: 0x7f5c6b754000");

        Assert.Equal((RecordKind.MmapEnter, 0x11000UL, 0x812U), (enter.Kind, enter.Length, enter.Code));
        Assert.Equal((RecordKind.MmapExit, 0x7f5c6b754000UL), (exit.Kind, exit.Address));
    }

    [Fact]
    public void Mremap_gives_both_lengths()
    {
        TraceRecord record = Parsed(
            Head
                + "syscalls:sys_enter_mremap: addr: 0x7f0000001000, old_len: 0x00002000, new_len: 0x00004000, flags: "
                + "0x00000001, new_addr: 0x00000000");

        Assert.Equal((0x7f0000001000UL, 0x2000UL, 0x4000UL, 1U),
            (record.Address, record.Length, record.NewLength, record.Code));
    }

    [Fact]
    public void Madvise_munmap_and_brk_give_their_arguments()
    {
        TraceRecord madvise = Parsed(
            Head + "syscalls:sys_enter_madvise: start: 0x7f9d41644000, len_in: 0x00001000, behavior: 0x00000004");
        TraceRecord munmap = Parsed(Head + " syscalls:sys_enter_munmap: addr: 0x7f9d4163c000, len: 0x00008dff");
        TraceRecord brk = Parsed(Head + "    syscalls:sys_enter_brk: brk: 0x559fb7a12000");
        TraceRecord failed = Parsed(Head + "    syscalls:sys_exit_brk: 0xfffffffffffffff4");

        Assert.Equal((0x7f9d41644000UL, 0x1000UL, 4U), (madvise.Address, madvise.Length, madvise.Code));
        Assert.Equal((0x7f9d4163c000UL, 0x8dffUL), (munmap.Address, munmap.Length));
        Assert.Equal(0x559fb7a12000UL, brk.Address);
        Assert.Equal(0xfffffffffffffff4UL, failed.Address);
    }

    [Theory]
    [InlineData("true", TraceRecord.GroupDead)]
    [InlineData("false", TraceRecord.GroupAlive)]
    [InlineData("1", TraceRecord.GroupDead)]
    [InlineData("0", TraceRecord.GroupAlive)]
    public void An_exit_says_whether_it_was_the_last_thread(string text, uint expected)
    {
        Assert.Equal(expected,
            Parsed(Head + $"  sched:sched_process_exit: comm=a b pid=32452 prio=120 group_dead={text}").Code);
    }

    [Fact]
    public void An_exit_of_an_older_kernel_does_not_say_it()
    {
        Assert.Equal(TraceRecord.GroupUnknown,
            Parsed(Head + "  sched:sched_process_exit: comm=a pid=32452 prio=120").Code);
    }

    [Fact]
    public void A_fork_gives_parent_and_child_whatever_the_commands_are_called()
    {
        TraceRecord record = Parsed(
            Head
                + "  sched:sched_process_fork: comm=x pid=1 child_comm= child_pid=2 pid=32452 child_comm=x "
                + "child_pid=3 child_pid=32453");

        Assert.Equal((32452UL, 32453U), (record.Address, record.Code));
    }

    [Fact]
    public void A_new_task_gives_its_number_and_the_flags_of_its_clone()
    {
        TraceRecord record = Parsed(
            Head + "  task:task_newtask: pid=32453 comm=x clone_flags=1 clone_flags=3d0f00 oom_score_adj=0");

        Assert.Equal((RecordKind.NewTask, 32453U, 0x3d0f00UL), (record.Kind, record.Code, record.Length));
    }

    [Fact]
    public void A_command_may_contain_anything_that_a_line_is_made_of()
    {
        string[] commands = ["a b c", "kworker/0:1 [x", "1/2 [3]", "[0] 9/9", "Web Content: x", "<é>"];

        Assert.All(commands, command =>
        {
            TraceRecord record = Parsed(
                $"{command,16} 71/72 [000]  1.000001: exceptions:page_fault_user: "
                + "address=0x1000 ip=0x0 error_code=0x6");
            Assert.Equal((71, 72), (record.Pid, record.Tid));
        });
    }

    [Fact]
    public void A_line_with_the_default_fields_has_a_thread_and_no_process()
    {
        TraceRecord record = Parsed(
            "            a 1/2   32452 [001]  3239.232897:   exceptions:page_fault_user: "
            + "address=0x1000 ip=0x0 error_code=0x6");

        Assert.Equal((TraceRecord.NoPid, 32452, 0x1000UL), (record.Pid, record.Tid, record.Address));
    }

    [Theory]
    [InlineData("", SkipKind.EmptyOrComment)]
    [InlineData("   ", SkipKind.EmptyOrComment)]
    [InlineData("# captured on: Sun Nov 22", SkipKind.EmptyOrComment)]
    [InlineData("no event at all", SkipKind.NoEventLine)]
    [InlineData("chapter 3 [12] of something", SkipKind.NoEventLine)]
    [InlineData("  bash/12 [000] 1.0: exceptions:page_fault_user: address=0x1 ip=0x1 error_code=0x6",
        SkipKind.NoEventLine)]
    [InlineData("  bash 12 [000]  1.", SkipKind.CutShort)]
    [InlineData("  bash 12/12 [000] 1.0: sched:sched_switch: prev_comm=bash", SkipKind.UnknownEvent)]
    [InlineData("  bash 12/12 [000] 1.0: exceptions:page_fault_kernel: address=0x1 ip=0x1 error_code=0x2",
        SkipKind.UnknownEvent)]
    [InlineData("  bash 12/12 [000] 1.0: syscalls:sys_enter_getpid: ", SkipKind.UnknownEvent)]
    [InlineData("  bash 12/12 [000] 1.0:     250000 cycles:  ffffffff8104 do_syscall_64 ([kernel.kallsyms])",
        SkipKind.UnknownEvent)]
    [InlineData("  bash 12/12 [000] 1.0: exceptions:page_fault_user: ", SkipKind.NoArguments)]
    [InlineData("  bash 12/12 [000] 1.0: exceptions:page_fault_user:", SkipKind.NoArguments)]
    [InlineData("  bash 12/12 [000] 1.0: sched:sched_process_exit:\r", SkipKind.NoArguments)]
    [InlineData("  bash 12/12 [000] 1.0: PERF_RECORD_LOST lost 42", SkipKind.LostEvents)]
    [InlineData("  :-1 -1/-1 [000] 1.0: PERF_RECORD_LOST lost 42", SkipKind.LostEvents)]
    [InlineData("PERF_RECORD_LOST_SAMPLES lost 7", SkipKind.LostEvents)]
    [InlineData("  bash 12/12 [000] 1.0: PERF_RECORD_COMM exec: bash:12/12", SkipKind.PerfRecord)]
    [InlineData("  bash 12/12 [000] 1.0: PERF_RECORD_MMAP2 12/12: [0x55d0(0x1000) @ 0 08:02 1 2]: r-xp /usr/bin/bash",
        SkipKind.PerfRecord)]
    [InlineData("  bash 12/12 [000] 1.0: PERF_RECORD_FORK(13:13):(12:12)", SkipKind.PerfRecord)]
    [InlineData("  bash 12/12 [000] 1.0", SkipKind.CutShort)]
    [InlineData("  bash 12/12 [000] 1.0: exceptions:page_fau", SkipKind.CutShort)]
    [InlineData("  bash 12/12 [000] 1.0: exceptions:page_fault_user: address=", SkipKind.CutShort)]
    [InlineData("  bash 12/12 [000] 1.0: exceptions:page_fault_user: address=0xzz ip=0x1 error_code=0x6",
        SkipKind.CutShort)]
    [InlineData("  bash 12/12 [000] 1.0: sched:sched_process_exit: comm=bash pid=12 prio=120 group_d",
        SkipKind.CutShort)]
    public void A_line_that_cannot_be_used_says_why(string line, object reason)
    {
        Assert.Equal((SkipKind)reason, LineParser.Parse(Encoding.UTF8.GetBytes(line), out _));
    }

    [Theory]
    [InlineData("  bash 12/12 [000] 1.0: PERF_RECORD_LOST lost 42", 42)]
    [InlineData("  bash 12/12 [000] 1.0: PERF_RECORD_LOST", 1)]
    public void A_line_about_lost_events_says_how_many(string line, ulong lost)
    {
        LineParser.Parse(Encoding.UTF8.GetBytes(line), out TraceRecord record);

        Assert.Equal(lost, record.Length);
    }

    [Fact]
    public void A_line_cut_anywhere_before_its_last_argument_is_never_used()
    {
        string[] lines =
        [
            Head + "exceptions:page_fault_user: address=0x7f5c6b7a5b70 ip=0x7f5c6b7a5b71 error_code=",
            Head + "sched:sched_process_fork: comm=bash pid=32452 child_comm=bash child_pid=",
            Head + "sched:sched_process_exit: comm=bash pid=32452 prio=120 group_dead=fals",
            Head + "task:task_newtask: pid=32453 comm=bash clone_flags=1200011 oom_score_adj",
            Head + "syscalls:sys_enter_mmap: addr: 0x0, len: 0x2000, prot: 0x3, flags: ",
            Head + "syscalls:sys_enter_munmap: addr: 0x7f9d4163c000, len: ",
        ];

        foreach (string line in lines)
        {
            // Without its last argument an exit is what an older kernel prints, which is whole from "prio=1" on.
            int prio = line.IndexOf("prio=1", StringComparison.Ordinal);
            for (int length = 0; length <= line.Length; length++)
            {
                bool isOlderExit = prio >= 0 && length >= prio + 6 && length <= prio + 9;
                SkipKind? skip = LineParser.Parse(Encoding.UTF8.GetBytes(line[..length]), out _);
                Assert.True(isOlderExit == skip is null, line[..length]);
            }
        }
    }

    [Fact]
    public void Arbitrary_bytes_never_throw()
    {
        byte[] line = Encoding.UTF8.GetBytes(
            Head + "exceptions:page_fault_user: address=0x7f5c6b7a5b70 ip=0x7f5c6b7a5b71 error_code=0x14");
        Gen.Select(Gen.Int[0, line.Length - 1], Gen.Byte, Gen.Int[0, line.Length])
            .Array[0, 12]
            .Sample(edits =>
            {
                byte[] damaged = [.. line];
                int length = damaged.Length;
                foreach ((int at, byte value, int cut) in edits)
                {
                    damaged[at] = value;
                    length = Math.Max(cut, 1);
                }

                SkipKind? skip = LineParser.Parse(damaged.AsSpan(0, length), out TraceRecord record);
                Assert.True(skip is not null || record.Pid >= TraceRecord.NoPid);
            });
    }

    private static TraceRecord Parsed(string line)
    {
        Assert.Null(LineParser.Parse(Encoding.UTF8.GetBytes(line), out TraceRecord record));
        return record;
    }
}
