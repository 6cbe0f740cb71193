using System.CommandLine;
using Runs.Workloads;
using Scenarios.Canaries;
using Scenarios.Selection;
using Stress.CommandLine;
using Stress.Run.Metrics;
using Tracker.Seqcount;

namespace Stress.Run;

/// <summary>The options of <c>run</c>.</summary>
internal static class RunOptions
{
    /// <summary>More threads than this on one machine show nothing new; every protocol allows 32768 writers.</summary>
    private const int MaxThreads = 1024;

    private const int MaxFolios = 1 << 20;

    /// <summary>Each MM needs an rmap ID; a compact scheme has 2^21 of them.</summary>
    private const int MaxMms = 1 << 20;

    /// <summary>Widest sequence number of any protocol, in bits.</summary>
    private const int MaxSequenceBits = SequenceWord.WordBits - SequenceWord.SharedBits;

    /// <summary>What the threads do.</summary>
    public static readonly ValueOption<string?> Workload = new(
        "--workload", WorkloadName.Form.OrNone(), null,
        "Workload to run; by default the sample trace, then every synthetic workload in turn.");

    /// <summary>How it is known who maps a folio.</summary>
    public static readonly ValueOption<string> Scheme = new(
        "--scheme", Form.Name([.. Schemes.All.Select(scheme => scheme.Name)]), Schemes.RmapId.Name,
        "Scheme that decides who maps a folio.");

    /// <summary>The seqcount protocol.</summary>
    public static readonly ValueOption<string> Protocol = new(
        "--protocol", Form.Name(Protocols.Names), Protocols.Exclusive,
        "Seqcount protocol; rival schemes bring their own synchronization.");

    /// <summary>Order of the folios.</summary>
    public static readonly ValueOption<OrderRange?> Order = new(
        "--order", OrderForm.Range.OrNone(), null,
        "Folio order, or with a trace a range: each area gets the largest that fits; by default the workload's own.");

    /// <summary>Folios at once.</summary>
    public static readonly ValueOption<int?> Folios = new(
        "--folios", Form.Integer(1, MaxFolios).OrNone(), null,
        "Number of live folios; by default the workload's own.");

    /// <summary>MMs at once.</summary>
    public static readonly ValueOption<int?> Mms = new(
        "--mms", Form.Integer(1, MaxMms).OrNone(), null,
        "Number of live MMs, at least one per writer; by default the workload's own.");

    /// <summary>Threads that map and unmap.</summary>
    public static readonly ValueOption<int?> Writers = new(
        "--writers", Form.Integer(1, MaxThreads).OrNone(), null,
        "Writer threads (map and unmap); by default one per core, at least 2.");

    /// <summary>Threads that take snapshots.</summary>
    public static readonly ValueOption<int?> Readers = new(
        "--readers", Form.Integer(0, MaxThreads).OrNone(), null,
        "Reader threads (snapshots and decisions); by default one per two cores.");

    /// <summary>When to end.</summary>
    public static readonly ValueOption<TimeSpan> TimeBudget = new(
        "--time-budget", Duration.Form, TimeSpan.FromSeconds(30), "Duration of the run, shared by all workloads.");

    /// <summary>Sections after which to end.</summary>
    public static readonly ValueOption<long?> Sections = new(
        "--sections", Form.LongInteger(1, Form.MaxExactJsonInteger).OrNone(), null,
        "Number of write sections of each workload, after which it ends, time budget permitting.");

    /// <summary>Seed of every random number.</summary>
    public static readonly ValueOption<long> Seed = new("--seed", Form.Seed, 1, "Random seed.");

    /// <summary>Whether everything seen is compared with the truth.</summary>
    public static readonly ValueOption<string> Audit = new(
        "--audit", Form.Name([ExactAudit, NoAudit]), ExactAudit,
        "exact: check every snapshot and answer against the truth; off: measure only (the verdict is inconclusive).");

    /// <summary>A broken variant to run.</summary>
    public static readonly ValueOption<string?> Canary = new(
        "--canary",
        Form.Name([.. CanaryCatalogue.All.Where(canary => canary.Workload is not null).Select(canary => canary.Name)])
            .OrNone(),
        null,
        "Run a deliberately broken variant with the workload that exposes it; it must be caught (exit code 1).");

    /// <summary>What this machine can show comes first, in full.</summary>
    public static readonly SwitchOption Calibrate = new(
        "--calibrate",
        "First run every canary, for up to 2 s under each kind of perturbation, and report how many were caught.");

    /// <summary>Which processors the threads run on.</summary>
    public static readonly ValueOption<AffinityChoice> Affinity = new(
        "--affinity", AffinityChoice.Form, AffinityChoice.None,
        "Processors to pin the threads to, assigned round-robin.");

    /// <summary>All threads rest together now and then.</summary>
    public static readonly SwitchOption Stutter = new("--stutter", "Pause all threads together at intervals.");

    /// <summary>How often threads move.</summary>
    public static readonly ValueOption<TimeSpan?> ShuffleInterval = new(
        "--shuffle-interval", Duration.Form.OrNone(), null,
        "Interval at which every thread moves to a random processor.");

    /// <summary>Threads end and others take their place.</summary>
    public static readonly SwitchOption Churn =
        new("--churn", "End threads at intervals and start new ones in their place.");

    /// <summary>How memory accesses are perturbed.</summary>
    public static readonly ValueOption<string> Perturb = new(
        "--perturb",
        Form.Name(PerturbationChoice.Names),
        PerturbationChoice.Mixed,
        "Random pauses and yields between memory accesses; mixed alternates bare hardware (none) with light. A canary "
        + "runs under every kind.");

    /// <summary>Threads are held, also inside of write sections.</summary>
    public static readonly SwitchOption LongHold = new(
        "--long-hold",
        "Add stretches in which threads are occasionally held for milliseconds, writers inside their sections "
        + "included.");

    /// <summary>How long to wait for a thread.</summary>
    public static readonly ValueOption<TimeSpan> WaitLimit = new(
        "--wait-limit", Duration.Form, TimeSpan.FromSeconds(10),
        "Longest time that a thread may keep the others waiting before the run ends with a report.");

    /// <summary>Where sequence numbers start.</summary>
    public static readonly ValueOption<long> InitialSequence = new(
        "--initial-sequence",
        Form.LongInteger(0, (1L << MaxSequenceBits) - 1),
        0,
        "Initial sequence number of every folio, modulo the protocol's width; start near the "
        + "width to test wrap-around.");

    /// <summary>How often a line with statistics is written.</summary>
    public static readonly ValueOption<TimeSpan> StatInterval = new(
        "--stat-interval", Duration.Form, TimeSpan.FromSeconds(10), "Interval between statistics lines.");

    /// <summary>Where to write what happens while it happens.</summary>
    public static readonly ValueOption<string?> Journal = new(
        "--journal",
        Form.Path("a folder, new or without a journal").OrNone(),
        null,
        "Directory for the journal: one line per audited round, violation and statistics interval, so that a "
        + "killed run can be resumed.");

    /// <summary>An earlier run to go on with.</summary>
    public static readonly ValueOption<string?> Resume = new(
        "--resume",
        Form.Path("a folder that --journal has written").OrNone(),
        null,
        "Resume a run from its journal, with its options, and report the sum of both; "
        + "--time-budget is the time to add.");

    /// <summary>End at the first violation.</summary>
    public static readonly SwitchOption StopAtViolation = new(
        "--stop-at-violation", "Stop at the first violation; with --journal, keep the complete log of its round.");

    /// <summary>Who gets the figures as metrics.</summary>
    public static readonly ValueOption<string?> Otlp = new(
        "--otlp",
        MetricsExport.Form.OrNone(),
        null,
        "Export metrics to this collector (OTLP over HTTP), at every statistics interval and at the end.");

    /// <summary>Ordinary code instead of the tracker.</summary>
    public static readonly ValueOption<string?> Assembly = new(
        "--assembly", Form.Path("a .NET assembly").OrNone(), null,
        "Run a class of this assembly instead of the tracker, as compiled; its outcomes are graded by the models.");

    /// <summary>Which class.</summary>
    public static readonly ValueOption<string?> Class = new(
        "--class", Form.Text("the full name of a class").OrNone(), null,
        "With --assembly: class to run; by default the only one that declares actors.");

    /// <summary>Name of the audit that misses nothing.</summary>
    public const string ExactAudit = "exact";

    /// <summary>Name of no audit.</summary>
    public const string NoAudit = "off";

    /// <summary>The options in the order of the help text.</summary>
    public static IReadOnlyList<Option> All { get; } =
    [
        Workload, Scheme, Protocol, Order, Folios, Mms, Writers, Readers, TimeBudget, Sections, Seed, Audit, Canary,
        Calibrate, Affinity, Stutter,
        ShuffleInterval, Churn, Perturb, LongHold, WaitLimit, InitialSequence, StatInterval, Journal, Resume,
        StopAtViolation, Otlp, Assembly, Class,
    ];
}
