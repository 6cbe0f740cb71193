using Harness.Processors;
using Stress.Bench.Against;
using Stress.Bench.Cases;
using Stress.Bench.Report;
using Stress.CommandLine;

namespace Stress.Bench;

/// <summary>
/// What the options of <c>bench</c> ask for, checked, with everything filled in that they leave open.
/// </summary>
internal sealed class BenchPlan
{
    /// <summary>
    /// The directory of <c>--out</c> is called so in a report: its real name says something about one machine only.
    /// </summary>
    private const string PlaceOfReports = "out";

    /// <summary>Reads the options, and makes the directory of the report.</summary>
    /// <exception cref="UsageException">They do not fit together, or name a file that does not do.</exception>
    public BenchPlan(Invocation invocation)
    {
        Parts = invocation.Value(BenchOptions.Parts);
        Schemes = SchemesOf(invocation.Value(BenchOptions.Schemes), invocation.Value(BenchOptions.Protocols));
        Patterns = invocation.Value(BenchOptions.Patterns);
        Orders = invocation.Value(BenchOptions.Orders);
        Threads = invocation.Value(BenchOptions.Threads) ?? BenchOptions.DefaultThreads();
        Processors = ProcessorsOf(invocation.Value(BenchOptions.Placement));
        Repeat = invocation.Value(BenchOptions.Repeat);
        Budget = invocation.Value(BenchOptions.TimeBudget);
        Earlier = invocation.Value(BenchOptions.Against) is string against ? EarlierReport.Read(against) : null;
        Folder = invocation.Value(BenchOptions.Out) is string path ? ReportFolder.Create(path) : null;
        Given = string.Join(' ', BenchOptions.All.Where(invocation.IsGiven).Select(option =>
            option == BenchOptions.Out ? $"{option.Name} {PlaceOfReports}"
            : option == BenchOptions.Against
                ? $"{option.Name} {Path.GetFileName(invocation.Value(BenchOptions.Against))}"
            : invocation.Describe(option)));
    }

    /// <summary>What is measured: some of <see cref="BenchPart.All"/>.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>Schemes with their protocols.</summary>
    public IReadOnlyList<BenchScheme> Schemes { get; }

    /// <summary>Names of patterns.</summary>
    public IReadOnlyList<string> Patterns { get; }

    /// <summary>Orders of the folios.</summary>
    public IReadOnlyList<int> Orders { get; }

    /// <summary>Numbers of threads.</summary>
    public IReadOnlyList<int> Threads { get; }

    /// <summary>The processors in the order in which threads take them.</summary>
    public IReadOnlyList<int> Processors { get; }

    /// <summary>Repeats of each case.</summary>
    public int Repeat { get; }

    /// <summary>Time for the throughput of all cases, and for the ratios as much at most.</summary>
    public TimeSpan Budget { get; }

    /// <summary>The report to compare with; null without.</summary>
    public EarlierReport? Earlier { get; }

    /// <summary>Where the files go; null for nowhere.</summary>
    public ReportFolder? Folder { get; }

    /// <summary>The options that were given, without names of places on this machine.</summary>
    public string Given { get; }

    /// <summary>The cases of the throughput.</summary>
    public IReadOnlyList<BenchCase> Cases() =>
    [
        .. from name in Patterns
           let pattern = Pattern.All.Single(each => each.Name == name)
           from order in Orders
           from threads in Threads
           from scheme in Schemes
           where pattern.Suits(scheme)
           select new BenchCase(scheme, pattern, order, threads),
    ];

    private static IReadOnlyList<int> ProcessorsOf(string name)
    {
        Placement placement = Placement.All.Single(each => each.Name == name);
        Topology topology = Topology.Here();
        return placement.Misses(topology) is not string reason
            ? placement.Order(topology)
            : throw new UsageException(BenchOptions.Placement.Name, name, $"{Accepted()} here, where {reason}");

        string Accepted() => string.Join(
            ", ", Placement.All.Where(each => each.Misses(topology) is null).Select(each => each.Name));
    }

    private static BenchScheme[] SchemesOf(IReadOnlyList<string> names, IReadOnlyList<string> protocols)
    {
        BenchScheme[] chosen =
        [
            .. from scheme in BenchSchemes.All
               where names.Contains(scheme.Name)
               where protocols.Contains(scheme.Protocol)
                   || BenchSchemes.All.Count(other => other.Name == scheme.Name) == 1
               select scheme,
        ];
        return chosen.Length > 0
            ? chosen
            : throw new UsageException("--protocols", string.Join(',', protocols), "one that a chosen scheme has");
    }
}
