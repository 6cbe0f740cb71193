using System.IO.Compression;
using System.Text;
using Runs.Tracing.Events;
using Runs.Tracing.Parsing;

namespace Runs.Tests.Tracing.Parsing;

public sealed class TraceFileTests
{
    public static TheoryData<string, int, int, int, int> Recorded => new()
    {
        { "forkstorm.txt.gz", 91_789, 24_983, 601, 602 },
        { "redis-bgsave.txt.gz", 21_504, 10_704, 16, 17 },
        { "python-pool.txt.gz", 25_294, 9_745, 46, 47 },
    };

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Every_line_of_a_recorded_trace_is_used(string file, int lines, int cowFaults, int forks, int exits)
    {
        RecordedTrace trace = TraceFile.Load(Repository.PathOf("samples", "traces", file));

        Assert.Equal(lines, trace.Lines);
        Assert.Empty(trace.Skipped);
        Assert.Equal(lines, trace.Processes.Sum(process => process.Events.Sum(each => each.Lines)));
        Assert.Equal(cowFaults, trace.CountOf(TraceEventKind.CopyOnWriteFault));
        Assert.Equal(forks, trace.CountOf(TraceEventKind.Fork));
        Assert.Equal(exits, trace.CountOf(TraceEventKind.Exit));
        Assert.Equal(forks + 1, trace.Processes.Count);
        Assert.Single(trace.Processes, process => process.Parent < 0);
    }

    [Fact]
    public void Gzip_is_recognised_by_its_first_bytes_too()
    {
        TraceText text = new TraceText().Exec(7).Write(7, 0x1000);

        RecordedTrace trace = TraceFile.Load("renamed.txt", new MemoryStream(Compressed(text.Text)));

        Assert.Equal(2, trace.Events);
    }

    [Fact]
    public void A_gzip_file_of_several_members_is_read_to_its_end()
    {
        byte[] first = Compressed(new TraceText().Exec(7).Text);
        byte[] second = Compressed(new TraceText().Write(7, 0x1000).Exit(7).Text);

        Assert.Equal(3, TraceFile.Load("two.gz", new MemoryStream([.. first, .. second])).Events);
    }

    [Fact]
    public void A_gzip_file_cut_anywhere_is_refused()
    {
        TraceText text = new();
        for (int page = 0; page < 200; page++)
        {
            text.Write(7, page * page);
        }

        byte[] whole = Compressed(text.Text);
        for (int length = 1; length < whole.Length; length++)
        {
            Assert.Throws<InputException>(() => TraceFile.Load("cut.gz", new MemoryStream(whole, 0, length)));
        }
    }

    [Fact]
    public void A_large_gzip_file_cut_near_its_end_is_refused()
    {
        byte[] whole = File.ReadAllBytes(Repository.PathOf("samples", "traces", "redis-bgsave.txt.gz"));
        foreach (int missing in new[] { 1, 4, 7, 8, 9, 100, 8192, whole.Length / 2 })
        {
            InputException refusal = Assert.Throws<InputException>(
                () => TraceFile.Load("cut.gz", new MemoryStream(whole, 0, whole.Length - missing)));
            Assert.Contains("truncated", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("this is\nno trace\n")]
    public void A_file_without_any_event_is_refused_with_one_line(string text)
    {
        InputException refusal = Assert.Throws<InputException>(() => TraceText.Parse(text));

        Assert.Contains("perf script", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void A_file_of_forks_only_is_refused_with_the_reason()
    {
        InputException refusal = Assert.Throws<InputException>(() => new TraceText().Fork(7, 8).Fork(7, 9).Parse());

        Assert.Contains("no process that could be replayed: 2 x fork from an unknown process (first in line 1)",
            refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_exits_only_is_refused_with_the_reason()
    {
        InputException refusal =
            Assert.Throws<InputException>(() => new TraceText().Exit(7).Line("cut").Exit(8).Parse());

        Assert.Contains("1 x no event line (first in line 2), 2 x exit of an unknown process (first in line 1)",
            refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lost_events_of_all_lines_are_added_up()
    {
        RecordedTrace trace = new TraceText().Exec(7).Event(7, 7, "PERF_RECORD_LOST lost 40")
            .Event(7, 7, "PERF_RECORD_LOST lost 2").Parse();

        Assert.Equal(42, trace.LostEvents);
        Assert.Equal([new SkippedLines(SkipKind.LostEvents, 2, 2)], trace.Skipped);
    }

    [Theory]
    [InlineData("address=0x3f9d41644000 ip=0x2aaaaaa5b71 error_code=0xc")]
    [InlineData("address=0x3f9d41644000 ip=0x2aaaaaa5b71 error_code=0xd")]
    [InlineData("address=0x3f9d41644000 ip=0x2aaaaaa5b71 error_code=0xf")]
    [InlineData("user page fault, address=0x3f9d41644000 epc=0x2aaaaaa5b71 cause=0xf")]
    [InlineData("address=0xffff9d41644000 ip=0xaaaaaaa5b71 error_code=0x92000047")]
    [InlineData("address=0xffff9d41644000 ip=0xaaaaaaa5b71 error_code=0x82000006")]
    [InlineData("address=0xffff9d41644000 ip=0xaaaaaaa5b71 error_code=0x200000092000047")]
    public void A_trace_of_another_machine_is_refused_by_its_first_fault(string arguments)
    {
        InputException refusal = Assert.Throws<InputException>(
            () => new TraceText().Exec(7).Event(7, 7, $"exceptions:page_fault_user: {arguments}").Write(7, 16).Parse());

        Assert.Contains("not an x86-64 trace", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("line 2", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x25)]
    [InlineData(0x47)]
    [InlineData(0x8007)]
    public void A_fault_may_have_any_code_that_x86_64_has(int code)
    {
        Assert.Equal(1, new TraceText().Fault(7, 16, code).Parse().Events);
    }

    [Fact]
    public void A_file_that_is_missing_or_a_folder_is_refused_by_name()
    {
        using TemporaryFolder folder = new();
        string missing = folder.PathOf("missing.txt");
        string directory = folder.PathOf(string.Empty);

        Assert.Contains(missing, Assert.Throws<InputException>(() => TraceFile.Load(missing)).Message,
            StringComparison.Ordinal);
        Assert.Contains(directory, Assert.Throws<InputException>(() => TraceFile.Load(directory)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_longer_than_any_trace_has_is_counted_once()
    {
        string text = new TraceText().Exec(7).Line(new string('x', 1_000_000)).Write(7, 0x1000).Text;

        RecordedTrace trace = TraceText.Parse(text);

        Assert.Equal((3, 2), (trace.Lines, trace.Events));
        Assert.Equal([new SkippedLines(SkipKind.NoEventLine, 1, 2)], trace.Skipped);
    }

    [Fact]
    public void A_last_line_without_its_end_is_read()
    {
        Assert.Equal(2, TraceText.Parse(new TraceText().Exec(7).Write(7, 0x1000).Text.TrimEnd()).Events);
    }

    [Theory]
    [InlineData("         redis-ser")]
    [InlineData("    redis-server 32450/32450 [001]  3239.23")]
    [InlineData("    redis-server 32450/32450 [001]  3239.232897: exceptions:page_fault_user: address=0x7f5c")]
    public void A_file_that_ends_inside_a_line_has_a_line_cut_short(string end)
    {
        Assert.Equal([new SkippedLines(SkipKind.CutShort, 1, 2)],
            TraceText.Parse(new TraceText().Exec(7).Text + end).Skipped);
    }

    private static byte[] Compressed(string text)
    {
        using MemoryStream bytes = new();
        using (GZipStream compressor = new(bytes, CompressionLevel.Fastest))
        {
            compressor.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }
}
