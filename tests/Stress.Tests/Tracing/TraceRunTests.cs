using System.IO.Compression;
using System.Text.Json.Nodes;
using Stress.CommandLine;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Tracing;

/// <summary>Whole runs of <c>run --workload trace:FILE</c>.</summary>
public sealed class TraceRunTests
{
    [Theory]
    [InlineData("redis-bgsave.txt.gz", 10_704, 16, 17)]
    [InlineData("forkstorm.txt.gz", 24_983, 601, 602)]
    [InlineData("python-pool.txt.gz", 9_745, 46, 47)]
    public void A_recorded_trace_passes_with_every_copy_on_write_fault_accounted_for(string file, int cowFaults,
        int forks, int exits)
    {
        string path = Repository.PathOf("samples", "traces", file);
        // Perturbed, since how soon readers meet writers on the bare hardware is a matter of what else this machine
        // does.
        Invoked run = Invoked.Stress("run", "--workload", $"trace:{path}", "--perturb", "light", "--time-budget", "2s",
            "--json", "-");
        JsonObject trace = run.Json["trace"]!.AsObject();

        Assert.Equal(ExitCode.Pass, run.ExitCode);
        Assert.True((int)run.Json["passes"]! >= 1);
        Assert.Equal(path, (string)trace["file"]!);
        Assert.Equal(0, (int)trace["skipped"]!);
        Assert.Equal((forks, exits), ((int)trace["forks"]!, (int)trace["exits"]!));
        Assert.Equal(cowFaults, (int)trace["cowFaults"]!);
        Assert.Equal(cowFaults, (int)trace["cowReused"]! + (int)trace["cowCopied"]! + (int)trace["cowUntracked"]!);
        Assert.True((double)trace["eventsPerSecond"]! > 0 && (double)trace["linesPerSecond"]! > 0
            && (int)trace["mapsPeak"]! > 0 && (int)trace["unmaps"]! > 0);
        JsonObject totals = run.Json["totals"]!.AsObject();
        Assert.Equal(0, (long)totals["violations"]!);
        Assert.Equal((long)totals["snapshotsAccepted"]!, (long)totals["snapshotsAudited"]!);
        Assert.True((long)totals["decisionsAudited"]! > 0);
        Assert.Equal((int)trace["cowFaults"]!, (int)run.Json["workloads"]![0]!["trace"]!["cowFaults"]!);
    }

    [Fact]
    public void A_trace_has_folios_of_each_order_of_a_range_that_its_areas_have_room_for()
    {
        string path = Repository.PathOf("samples", "traces", "python-pool.txt.gz");
        JsonObject report = Invoked.Stress("run", "--workload", $"trace:{path}", "--order", "2..9",
            "--perturb", "light",
            "--time-budget", "2s", "--json", "-").Json;

        Assert.Equal("pass", (string)report["verdict"]!);
        Assert.Equal("2..9", (string)report["options"]!["order"]!);
        Assert.Equal((2, 9), ((int)report["workloads"]![0]!["leastOrder"]!, (int)report["workloads"]![0]!["order"]!));
        JsonObject byOrder = report["trace"]!["foliosByOrder"]!.AsObject();
        Assert.True(byOrder.Count > 4, byOrder.ToJsonString());
        Assert.Equal((long)report["trace"]!["folios"]!, byOrder.Sum(each => (long)each.Value!));
    }

    [Fact]
    public void A_trace_is_replayed_at_least_once_however_short_the_time()
    {
        string path = Repository.PathOf("samples", "traces", "python-pool.txt.gz");

        JsonObject report = Invoked.Stress("run", "--workload", $"trace:{path}", "--time-budget", "1ms", "--audit",
            "off", "--json", "-").Json;

        Assert.True((int)report["passes"]! >= 1);
    }

    [Fact]
    public void Lines_that_cannot_be_used_are_reported_with_the_first_of_each_kind()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("mixed.txt");
        File.WriteAllText(path, new TraceText()
            .Exit(8).Exec(7).Mmap(7, page: 16, pages: 64).Write(7, 20).Fork(9, 10).Line("cut").Line("short").Fork(7, 8)
            .Exit(8).Exit(7).Text);
        Invoked run = Invoked.Stress("run", "--workload", $"trace:{path}", "--time-budget", "300ms", "--audit", "off",
            "--json", "-");
        JsonObject trace = run.Json["trace"]!.AsObject();

        Assert.Equal((4, 7), ((int)trace["skipped"]!, (int)trace["events"]!));
        Assert.Equal(
            [("no event line", 2, 7), ("fork from an unknown process", 1, 6), ("exit of an unknown process", 1, 1)],
            trace["skippedLines"]!.AsArray()
                .Select(each => ((string)each!["reason"]!, (int)each["count"]!, (int)each["firstLine"]!)));
        Assert.Contains("first in line 7",
            Invoked.Stress("run", "--workload", $"trace:{path}", "--time-budget", "300ms", "--audit", "off").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Events_that_the_recording_lost_are_said_in_the_verdict()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("lossy.txt");
        File.WriteAllText(path, new TraceText().Exec(7).Mmap(7, page: 16, pages: 64).Write(7, 20)
            .Event(7, 7, "PERF_RECORD_LOST lost 42").Exit(7).Text);
        Invoked run = Invoked.Stress("run", "--workload", $"trace:{path}", "--time-budget", "300ms", "--json", "-");

        Assert.EndsWith("lossy.txt lost 42 events", (string)run.Json["reason"]!, StringComparison.Ordinal);
        Assert.Equal(42, (int)run.Json["trace"]!["lostEvents"]!);
        Assert.Contains("lost 42 events", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no write fault", "it has no write fault on a page that is not present")]
    [InlineData("no area", "it has no private area, neither of mmap nor of brk")]
    [InlineData("small areas", "no private area around any of its 1 write faults holds a folio of order 4")]
    public void A_trace_from_which_no_folio_comes_about_says_why(string what, string reason)
    {
        TraceText text = what switch
        {
            "no write fault" => new TraceText().Exec(7).Mmap(7, page: 16, pages: 64).Read(7, 20).Exit(7),
            "no area" => new TraceText().Exec(7).Write(7, 20).Exit(7),
            _ => new TraceText().Exec(7).Mmap(7, page: 16, pages: 8).Write(7, 20).Exit(7),
        };
        using TemporaryFolder folder = new();
        string path = folder.PathOf("bare.txt");
        File.WriteAllText(path, text.Text);
        Invoked run = Invoked.Stress("run", "--workload", $"trace:{path}", "--time-budget", "300ms", "--json", "-");

        Assert.Equal(ExitCode.Inconclusive, run.ExitCode);
        Assert.EndsWith($"bare.txt: {reason}", (string)run.Json["reason"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_a_folder_and_a_file_without_events_are_refused()
    {
        using TemporaryFolder folder = new();
        string noTrace = folder.PathOf("no-trace.txt");
        File.WriteAllText(noTrace, "Dear diary,\ntoday nothing faulted.\n");

        Invoked.Stress("run", "--workload", $"trace:{folder.PathOf("missing.txt")}").AssertRefused("missing.txt");
        Invoked.Stress("run", "--workload", $"trace:{folder.PathOf("")}").AssertRefused("trace:");
        Invoked.Stress("run", "--workload", $"trace:{noTrace}").AssertRefused("no-trace.txt", "2 lines", "perf script");
    }

    [Fact]
    public void A_trace_without_a_process_ends_the_command_at_once()
    {
        using TemporaryFolder folder = new();
        string forks = folder.PathOf("forks.txt");
        File.WriteAllText(forks, new TraceText().Fork(7, 8).Text);
        string exits = folder.PathOf("exits.txt");
        File.WriteAllText(exits, new TraceText().Exit(7).Text);

        Invoked.Stress("run", "--workload", $"trace:{forks}")
            .AssertRefused("forks.txt", "fork from an unknown process");
        Invoked.Stress("run", "--workload", $"trace:{exits}").AssertRefused("exits.txt", "exit of an unknown process");
    }

    [Fact]
    public void A_truncated_gz_and_text_that_is_called_gz_are_refused()
    {
        using TemporaryFolder folder = new();
        string cut = folder.PathOf("cut.txt.gz");
        byte[] whole = File.ReadAllBytes(Repository.PathOf("samples", "traces", "redis-bgsave.txt.gz"));
        File.WriteAllBytes(cut, whole[..(whole.Length / 2)]);
        string text = folder.PathOf("text.gz");
        File.WriteAllText(text, new TraceText().Exec(7).Text);

        Invoked.Stress("run", "--workload", $"trace:{cut}").AssertRefused("cut.txt.gz", "truncated");
        Invoked.Stress("run", "--workload", $"trace:{text}").AssertRefused("text.gz", "gzip");
    }

    [Fact]
    public void The_embedded_trace_is_the_sample()
    {
        using Stream embedded =
            typeof(Runs.Tracing.TraceWorkload).Assembly.GetManifestResourceStream("redis-bgsave.txt.gz")!;
        using GZipStream text = new(embedded, CompressionMode.Decompress);
        using GZipStream sample = new(File.OpenRead(Repository.PathOf("samples", "traces", "redis-bgsave.txt.gz")),
            CompressionMode.Decompress);

        Assert.Equal(new StreamReader(sample).ReadToEnd(), new StreamReader(text).ReadToEnd());
    }
}
