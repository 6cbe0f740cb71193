using System.CommandLine;
using System.Text.Json.Serialization;
using Harness;
using Stress.CommandLine;

namespace Stress.Tests.CommandLine;

/// <summary>A verb with one option of each kind, whose work is given by the test.</summary>
internal static class ProbeVerb
{
    public static ValueOption<int> Order { get; } =
        new("--order", Form.Integer(2, 15), 9, "An order.");

    public static ValueOption<IReadOnlyList<int>> Threads { get; } =
        new("--threads", Form.ListOf(Form.Integer(1, 64)), [1, 2], "A list.");

    public static ValueOption<string?> Path { get; } = new("--path", Form.Text("a path").OrNone(), null, "A path.");

    public static Command Create(Func<Invocation, ProbeReport> work) => Verb.Create(
        new Command("probe", "A probe.")
        {
            Order,
            new ValueOption<TimeSpan>("--time-budget", Duration.Form, TimeSpan.FromSeconds(30), "A time."),
            new ValueOption<string>("--model", Form.Name(["sc", "tso"]), "sc", "A name."),
            Threads,
            Path,
            new ValueOption<long?>("--sections", Form.LongInteger(1, 1000).OrNone(), null, "A count."),
            new SwitchOption("--stutter", "A switch."),
        },
        ProbeReportJson.Default.ProbeReport,
        work);

    public static Invoked Run(Func<Invocation, ProbeReport> work, params string[] args) =>
        Invoked.With([Create(work)], ["probe", .. args]);

    public static Invoked Run(params string[] args) =>
        Run(probe => new ProbeReport(probe.Head()) { Verdict = Verdict.Pass }, args);
}

internal sealed record ProbeReport(ReportHead Head) : VerbReport(Head)
{
    public int Seen { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProbeReport))]
internal sealed partial class ProbeReportJson : JsonSerializerContext;
