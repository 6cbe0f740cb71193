using Runs.Tracing.Events;
using Runs.Tracing.Memory;
using Runs.Tracing.Parsing;

namespace Runs.Tests.Tracing.Replay;

public sealed class TraceReplayTests
{
    public static TheoryData<string, int, int, int> Recorded => new()
    {
        { "forkstorm.txt.gz", 67_795, 24_983, 362 },
        { "redis-bgsave.txt.gz", 19_570, 10_704, 14 },
        { "python-pool.txt.gz", 22_817, 9_745, 39 },
    };

    [Theory]
    [MemberData(nameof(Recorded))]
    public void A_recorded_trace_is_replayed_whole_in_every_pass(string file, int faults, int cowFaults, int execs)
    {
        RecordedTrace trace = TraceFile.Load(Repository.PathOf("samples", "traces", file));
        using ReplayRun run = new ReplayRun(trace, workers: 2, readers: 1).OnThreads(passes: 3);

        Assert.Empty(run.Violations);
        Assert.True(run.Replay.Summary.Passes >= 3);
        TraceCounts counts = run.Replay.Summary.Last!.Counts;
        Assert.Equal(trace.Lines, counts.Events);
        Assert.Equal(trace.Processes.Count, counts.Processes);
        Assert.Equal(trace.Processes.Count - 1, counts.Forks);
        Assert.Equal(trace.Processes.Count, counts.Exits);
        Assert.Equal(execs, counts.Execs);
        Assert.Equal(faults, counts.Faults);
        Assert.Equal(cowFaults, counts.CowFaults);
        Assert.Equal(cowFaults, counts.CowReused + counts.CowCopied + counts.CowUntracked);
        Assert.True(counts.CowCopied > 0 && counts.CowUntracked > 0);
        Assert.True(run.AnswersAudited > 0 && run.Sections > 0);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(15)]
    public void A_trace_is_replayed_with_folios_of_every_class(int order)
    {
        RecordedTrace trace = TraceFile.Load(Repository.PathOf("samples", "traces", "python-pool.txt.gz"));
        using ReplayRun run = new ReplayRun(trace, order, workers: 2, readers: 1).OnThreads(passes: 2);

        Assert.Empty(run.Violations);
        Assert.Equal(9_745, run.Replay.Summary.Last!.Counts.CowFaults);
    }

    [Fact]
    public void One_worker_alone_does_the_same_in_every_pass()
    {
        RecordedTrace trace = TraceFile.Load(Repository.PathOf("samples", "traces", "redis-bgsave.txt.gz"));
        using ReplayRun run = new(trace, workers: 1, readers: 0, isAudited: false);
        run.Replay.Start();
        TraceCounts first = Pass(run);
        TraceCounts second = Pass(run);

        Assert.Equal(first.CowReused, second.CowReused);
        Assert.Equal(first.CowCopied, second.CowCopied);
        Assert.Equal(first.Unmaps, second.Unmaps);
        Assert.Equal(first.Folios, second.Folios);
        Assert.True(first.CowReused > 0 && first.CowCopied > 0);
    }

    [Fact]
    public void Later_passes_allocate_nothing_for_an_event()
    {
        RecordedTrace trace = TraceFile.Load(Repository.PathOf("samples", "traces", "forkstorm.txt.gz"));
        using ReplayRun run = new(trace, workers: 1, readers: 0, isAudited: false);
        run.Replay.Start();
        for (int pass = 0; pass < 8; pass++)
        {
            Pass(run);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Pass(run);

        // A pass makes its own report: a few objects, whatever the number of events.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, trace.Events / 20);
    }

    [Fact]
    public void A_child_runs_though_its_parent_ended_and_a_process_the_trace_leaves_alive_ends_too()
    {
        RecordedTrace trace = new TraceText()
            .Exec(7).Mmap(7, page: 16, pages: 16).Write(7, 16).Fork(7, 8).Exit(7)
            .CopyOnWrite(8, 16).Write(9, 5)
            .Parse();
        using ReplayRun run = new(trace, workers: 1, readers: 0, isAudited: false);
        run.Replay.Start();
        TraceCounts counts = Pass(run);

        Assert.Equal((3, 1, 1), (counts.Processes, counts.Forks, counts.Exits));
        Assert.Equal((1, 0), (counts.CowReused, counts.CowCopied));
        Assert.Equal(8, counts.Events);
        Assert.Equal(2, counts.Unmaps);
        Assert.Equal(32, run.Replay.Summary.Last!.MapsPeak);
    }

    [Fact]
    public void A_vforked_child_faults_in_its_parents_memory_and_maps_nothing_of_its_own()
    {
        RecordedTrace trace = new TraceText()
            .Exec(7).Mmap(7, page: 16, pages: 16).Write(7, 16)
            .NewTask(7, 8, 0x4111).Fork(7, 8).CopyOnWrite(8, 16).Exec(8).CopyOnWrite(7, 16).NewTask(7, 9, 0x3d0f00)
            .Fork(7, 9).Exit(8).Exit(7)
            .Parse();
        using ReplayRun run = new(trace, workers: 1, readers: 0, isAudited: false);
        run.Replay.Start();
        TraceCounts counts = Pass(run);

        Assert.Equal((2, 0, 1, 1), (counts.Processes, counts.Forks, counts.Vforks, counts.Threads));

        // Nobody else ever maps the folio.
        Assert.Equal((2, 0), (counts.CowReused, counts.CowCopied));
        Assert.Equal(16, run.Replay.Summary.Last!.MapsPeak);
        Assert.Equal(trace.Lines, counts.Events);
    }

    [Fact]
    public void A_trace_with_lines_that_do_not_fit_is_replayed_without_them()
    {
        RecordedTrace trace = new TraceText()
            .Exit(8).Fork(9, 10).Exec(7).Mmap(7, page: 16, pages: 32).Write(7, 16).Fork(7, 8).Exit(8).Write(8, 16)
            .Write(10, 3).CopyOnWrite(10, 3).Line("cut").Exit(7)
            .Parse();
        using ReplayRun run = new(trace, workers: 1, readers: 0, isAudited: false);
        run.Replay.Start();
        TraceCounts counts = Pass(run);

        Assert.Equal(trace.Events, counts.Events);
        Assert.Equal(4, trace.SkippedCount);
        Assert.Equal((3, 1, 2), (counts.Processes, counts.Forks, counts.Exits));
        Assert.Equal(1, counts.CowUntracked);
    }

    [Fact]
    public void A_replay_of_no_process_is_over_at_once()
    {
        using ReplayRun run = new(new RecordedTrace("test", 0, [], []), workers: 1, readers: 1, isAudited: false);
        run.Replay.Start();

        Assert.True(run.Replay.IsOver);
        Assert.False(run.Workers[0].Turn());
    }

    [Fact]
    public void A_replay_that_is_abandoned_leaves_nothing_behind_and_counts_no_pass()
    {
        RecordedTrace trace = TraceFile.Load(Repository.PathOf("samples", "traces", "forkstorm.txt.gz"));
        using ReplayRun run = new(trace, workers: 1, readers: 0, isAudited: false);
        run.Replay.Start();
        for (int turn = 0; turn < 100; turn++)
        {
            run.Workers[0].Turn();
        }

        run.Replay.Abandon();
        while (!run.Replay.IsOver)
        {
            run.Workers[0].Turn();
        }

        Assert.Empty(run.Violations);
        Assert.Equal(0, run.Replay.Summary.Passes);
    }

    private static TraceCounts Pass(ReplayRun run)
    {
        int passes = run.Replay.Summary.Passes;
        while (run.Replay.Summary.Passes == passes)
        {
            run.Workers[0].Turn();
        }

        Assert.Empty(run.Violations);
        return run.Replay.Summary.Last!.Counts;
    }
}
