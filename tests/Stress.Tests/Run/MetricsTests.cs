using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Runs.Auditing;
using Runs.Totals;
using Stress.CommandLine;
using Stress.Run.Metrics;
using Stress.Tests.CommandLine;
using Stress.Tests.FrontDoor;

namespace Stress.Tests.Run;

public sealed class MetricsTests
{
    private static readonly string[] Names =
    [
        "stress.run.sections", "stress.run.snapshots", "stress.run.snapshots.overlapped",
        "stress.run.snapshots.audited", "stress.run.retries",
        "stress.run.violations", "stress.run.section.wait.p99", "stress.run.memory",
    ];

    [Fact]
    public void Every_instrument_has_the_figure_of_each_workload()
    {
        using RunMetrics metrics = new();
        metrics.Update("hot", Totals(sections: 10));
        metrics.Update("churn", Totals(sections: 7));
        metrics.Update("hot", Totals(sections: 25));
        Dictionary<string, List<string>> seen = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, listening) =>
            {
                // Other tests run at the same time.
                if (ReferenceEquals(instrument.Meter, metrics.TestHookMeter))
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            string workload = tags.Length == 0 ? "" : $"{tags[0].Value} ";
            (seen.TryGetValue(instrument.Name, out List<string>? values)
                ? values
                : seen[instrument.Name] = []).Add($"{workload}{value}");
        });
        listener.Start();
        listener.RecordObservableInstruments();

        Assert.Equal(Names.Order(), seen.Keys.Order());
        Assert.Equal(["churn 7", "hot 25"], seen["stress.run.sections"].Order());
        Assert.Equal(["churn 21", "hot 75"], seen["stress.run.snapshots"].Order());
        Assert.Equal(["churn 2", "hot 2"], seen["stress.run.violations"].Order());
        Assert.True(long.Parse(Assert.Single(seen["stress.run.memory"]), CultureInfo.InvariantCulture) > 0);
    }

    [Fact]
    public async Task A_run_sends_its_figures_to_a_collector_while_it_runs_and_at_its_end()
    {
        using Collector collector = Collector.Start();
        // A process of its own: an exporter takes all meters of the name, those of other tests' runs too.
        (int exitCode, string output, string error) = await Task.Run(() => ExecutableTests.Run(
            $"run --workload hot --time-budget 2s --stat-interval 200ms --otlp {collector.Url} --json -"));
        string[] bodies = await collector.StopAsync();

        Assert.True(exitCode is 0 or 2, error);
        Assert.True(bodies.Length > 1, $"{bodies.Length} requests");
        Assert.All(collector.Paths, path => Assert.Equal("/v1/metrics", path));
        string last = bodies.Last(body => body.Contains(Names[0], StringComparison.Ordinal));
        Assert.All(Names, name => Assert.Contains(name, last, StringComparison.Ordinal));
        Assert.Contains("hot", last, StringComparison.Ordinal);

        // A counter is a fixed 64-bit field of the message: the last one with figures has the report's.
        string sections = Encoding.Latin1.GetString(
            BitConverter.GetBytes((long)JsonNode.Parse(output)!["totals"]!["sections"]!));
        Assert.Contains(sections, last, StringComparison.Ordinal);
    }

    [Fact]
    public void A_collector_that_is_not_there_is_said_and_changes_no_verdict()
    {
        Invoked run = Invoked.Stress(
            "run", "--workload", "hot", "--time-budget", "300ms", "--audit", "off", "--otlp",
            "http://127.0.0.1:9/v1/metrics");

        Assert.Equal(ExitCode.Inconclusive, run.ExitCode);
        Assert.Contains("!!! the collector at http://127.0.0.1:9/v1/metrics did not take", run.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:4318")]
    [InlineData("ftp://localhost/")]
    [InlineData("/v1/metrics")]
    public void What_is_no_URL_of_a_collector_is_refused(string url) =>
        Invoked.Stress("run", "--otlp", url).AssertRefused("--otlp", url, "http or https URL");

    private static RunTotals Totals(long sections)
    {
        RunTotals totals = new();
        totals.Add(new WorkerCounts { Sections = sections, SnapshotsAccepted = 3 * sections });
        totals.AddFindings(3 * sections, 0, new Misjudgements(), violations: 2, seconds: 1);
        return totals;
    }

    /// <summary>Takes what an exporter posts.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly List<string> _bodies = [];
        private readonly Task _loop;

        private Collector(string url)
        {
            Url = url;
            _listener.Prefixes.Add(url + "/");
            _listener.Start();
            _loop = ListenAsync();
        }

        public string Url { get; }

        public List<string> Paths { get; } = [];

        /// <summary>A port that somebody else takes in between is tried again with another.</summary>
        public static Collector Start()
        {
            for (int port = 40_000 + (Environment.ProcessId % 10_000); ; port++)
            {
                try
                {
                    return new Collector($"http://127.0.0.1:{port}");
                }
                catch (HttpListenerException)
                {
                    // Taken.
                    continue;
                }
            }
        }

        public async Task<string[]> StopAsync()
        {
            _listener.Stop();
            await _loop;
            return [.. _bodies];
        }

        public void Dispose() => _listener.Close();

        private async Task ListenAsync()
        {
            while (_listener.IsListening)
            {
                try
                {
                    HttpListenerContext context = await _listener.GetContextAsync();
                    using MemoryStream body = new();
                    await context.Request.InputStream.CopyToAsync(body);
                    _bodies.Add(Encoding.Latin1.GetString(body.ToArray()));
                    Paths.Add(context.Request.Url!.AbsolutePath);
                    context.Response.ContentType = "application/x-protobuf";
                    context.Response.Close();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    // Stopped.
                    return;
                }
            }
        }
    }
}
