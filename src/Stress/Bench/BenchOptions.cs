using System.CommandLine;
using Stress.Bench.Cases;
using Stress.CommandLine;
using Tracker.Arenas;

namespace Stress.Bench;

/// <summary>The options of <c>bench</c>.</summary>
internal static class BenchOptions
{
    /// <summary>More threads than this on one machine measure its scheduler.</summary>
    private const int MaxThreads = 1024;

    private const int MaxRepeat = 1000;

    private static readonly IReadOnlyList<string> ProtocolNames =
        [.. Scenarios.Selection.Protocols.All.Select(protocol => protocol.Name)];

    private static readonly ValueForm<IReadOnlyList<int>> ThreadList = Form.ListOf(Form.Integer(1, MaxThreads));

    /// <summary>Threads of the cases.</summary>
    public static readonly ValueOption<IReadOnlyList<int>?> Threads = new(
        "--threads",
        new ValueForm<IReadOnlyList<int>?>(
            ThreadList.Accepted,
            (text, out value) =>
            {
                bool isList = ThreadList.TryParse(text, out IReadOnlyList<int> list);
                value = list;
                return isList;
            },
            value => value is null ? "none" : ThreadList.ToText(value),
            value => value is null ? null : ThreadList.ToJson(value)),
        null,
        "Thread counts to measure, each thread pinned to a processor; by default 1, 2, 4, ... up to the number of "
        + "processors, and twice that.");

    /// <summary>Schemes to measure.</summary>
    public static readonly ValueOption<IReadOnlyList<string>> Schemes = new(
        "--schemes", Form.ListOf(Form.Name(BenchSchemes.Names)), BenchSchemes.Names, "Schemes to measure.");

    /// <summary>Protocols to measure.</summary>
    public static readonly ValueOption<IReadOnlyList<string>> Protocols = new(
        "--protocols", Form.ListOf(Form.Name(ProtocolNames)), ProtocolNames,
        "Protocols to measure, for schemes that have several.");

    /// <summary>What the threads do.</summary>
    public static readonly ValueOption<IReadOnlyList<string>> Patterns = new(
        "--patterns", Form.ListOf(Form.Name(Pattern.Names)), Pattern.Names, "Access patterns to measure.");

    /// <summary>Orders of the folios.</summary>
    public static readonly ValueOption<IReadOnlyList<int>> Orders = new(
        "--orders",
        Form.ListOf(Form.Integer(FolioArena<Atomics.HardwareMemory>.MinOrder,
            FolioArena<Atomics.HardwareMemory>.MaxOrder)),
        [9],
        "Folio orders to measure.");

    /// <summary>Where the threads run.</summary>
    public static readonly ValueOption<string> Placement = new(
        "--placement",
        Form.Name([.. Harness.Processors.Placement.All.Select(placement => placement.Name)]),
        Harness.Processors.Placement.Cores.Name,
        "Order in which threads take processors: "
        + string.Join("; ", Harness.Processors.Placement.All.Select(each => $"{each.Name}: {each.Summary}")) + ".");

    /// <summary>Repeats of each case.</summary>
    public static readonly ValueOption<int> Repeat = new(
        "--repeat", Form.Integer(1, MaxRepeat), 5, "Repetitions of each case; the median is reported.");

    /// <summary>Time for all.</summary>
    public static readonly ValueOption<TimeSpan> TimeBudget = new(
        "--time-budget", Duration.Form, TimeSpan.FromSeconds(60),
        "Time for the throughput of all cases, and at most as much again for the ratios; the other parts take a "
        + "few seconds more.");

    /// <summary>Where the files go.</summary>
    public static readonly ValueOption<string?> Out = new(
        "--out", Form.Path("a directory").OrNone(), null,
        "Directory for results.md, rows.csv, report.json, plots (PNG and SVG) and report.html.");

    /// <summary>What to do.</summary>
    public static readonly ValueOption<IReadOnlyList<string>> Parts = new(
        "--parts", Form.ListOf(Form.Name(BenchPart.All)), BenchPart.All, "Parts to measure.");

    /// <summary>What to compare with.</summary>
    public static readonly ValueOption<string?> Against = new(
        "--against",
        Form.Path("a JSON report of bench, of the same kind of machine").OrNone(),
        null,
        "Compare with an earlier report; a figure worse by more than both spreads is a regression "
        + "(exit code 1).");

    /// <summary>All of them, in the order of the help text.</summary>
    public static IReadOnlyList<Option> All { get; } = [Threads, Schemes, Protocols, Patterns, Orders, Placement,
        Repeat, TimeBudget, Against, Out, Parts];

    /// <summary>Threads where none are given: 1, 2, 4 and so on up to the processors, then twice as many.</summary>
    public static IReadOnlyList<int> DefaultThreads()
    {
        int cores = Environment.ProcessorCount;
        List<int> threads = [];
        for (int count = 1; count < cores; count *= 2)
        {
            threads.Add(count);
        }

        return [.. threads, cores, 2 * cores];
    }
}
