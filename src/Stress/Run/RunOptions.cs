using System.CommandLine;
using Scenarios.Canaries;
using Scenarios.Selection;
using Stress.CommandLine;
using Stress.Run.Metrics;
using Tracker.Arenas;
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
        "What the threads do; without one, the sample trace and then each workload in turn.");

    /// <summary>How it is known who maps a folio.</summary>
    public static readonly ValueOption<string> Scheme = new(
        "--scheme", Form.Name([.. Schemes.All.Select(scheme => scheme.Name)]), Schemes.RmapId.Name,
        "How it is known who maps a folio.");

    /// <summary>How writers and readers of a folio meet.</summary>
    public static readonly ValueOption<string> Protocol = new(
        "--protocol", Form.Name(Protocols.Names), Protocols.Exclusive,
        "How writers and readers of a folio meet; a rival scheme has a way of its own.");

    /// <summary>Order of the folios.</summary>
    public static readonly ValueOption<int?> Order = new(
        "--order",
        Form.Integer(FolioArena<Atomics.HardwareMemory>.MinOrder, FolioArena<Atomics.HardwareMemory>.MaxOrder).OrNone(),
        null,
        "Order of the folios; without one, each workload has its own.");

    /// <summary>Folios at once.</summary>
    public static readonly ValueOption<int?> Folios = new(
        "--folios", Form.Integer(1, MaxFolios).OrNone(), null,
        "Folios at once; without it, each workload has its own number.");

    /// <summary>MMs at once.</summary>
    public static readonly ValueOption<int?> Mms = new(
        "--mms", Form.Integer(1, MaxMms).OrNone(), null,
        "MMs at once, at least one for each writer; without it, each workload has its own number.");

    /// <summary>Threads that map and unmap.</summary>
    public static readonly ValueOption<int?> Writers = new(
        "--writers", Form.Integer(1, MaxThreads).OrNone(), null,
        "Threads that map and unmap; without it, one for each core, at least 2.");

    /// <summary>Threads that look.</summary>
    public static readonly ValueOption<int?> Readers = new(
        "--readers", Form.Integer(0, MaxThreads).OrNone(), null,
        "Threads that take snapshots and decide; without it, one for each two cores.");

    /// <summary>When to end.</summary>
    public static readonly ValueOption<TimeSpan> TimeBudget = new(
        "--time-budget", Duration.Form, TimeSpan.FromSeconds(30), "When to end; workloads in turn share it.");

    /// <summary>Sections after which to end.</summary>
    public static readonly ValueOption<long?> Sections = new(
        "--sections", Form.LongInteger(1, Form.MaxExactJsonInteger).OrNone(), null,
        "End a workload after about so many write sections, if the time suffices.");

    /// <summary>Where all randomness comes from.</summary>
    public static readonly ValueOption<long> Seed = new("--seed", Form.Seed, 1, "Where all randomness comes from.");

    /// <summary>Whether everything seen is compared with the truth.</summary>
    public static readonly ValueOption<string> Audit = new(
        "--audit", Form.Name([ExactAudit, NoAudit]), ExactAudit,
        "Compare everything seen with the truth, or measure without; without an audit the result is inconclusive.");

    /// <summary>A broken variant to run.</summary>
    public static readonly ValueOption<string?> Canary = new(
        "--canary",
        Form.Name([.. CanaryCatalogue.All.Where(canary => canary.Workload is not null).Select(canary => canary.Name)])
            .OrNone(),
        null,
        "Run a broken variant with all that it needs to show; it must be found (exit code 1).");

    /// <summary>Which processors the threads run on.</summary>
    public static readonly ValueOption<AffinityChoice> Affinity = new(
        "--affinity", AffinityChoice.Form, AffinityChoice.None,
        "Processors that the threads are pinned to, one each in turn.");

    /// <summary>All threads rest together now and then.</summary>
    public static readonly SwitchOption Stutter = new("--stutter", "All threads rest together now and then.");

    /// <summary>How often threads move.</summary>
    public static readonly ValueOption<TimeSpan?> ShuffleInterval = new(
        "--shuffle-interval", Duration.Form.OrNone(), null, "Move every thread to a random processor so often.");

    /// <summary>Threads end and others take their place.</summary>
    public static readonly SwitchOption Churn = new("--churn", "Threads end now and then and others take their place.");

    /// <summary>How memory accesses are perturbed.</summary>
    public static readonly ValueOption<string> Perturb = new(
        "--perturb",
        Form.Name(PerturbationChoice.Names),
        PerturbationChoice.Mixed,
        "Pauses and yields between memory accesses; mixed: stretches without any, on the bare hardware, and light ones "
        + "in turn. A canary has all kinds in turn.");

    /// <summary>Threads are held, also inside of write sections.</summary>
    public static readonly SwitchOption LongHold = new(
        "--long-hold",
        "Besides, stretches in which threads are held for milliseconds now and then, writers inside of "
        + "their sections among them.");

    /// <summary>How long to wait for a thread.</summary>
    public static readonly ValueOption<TimeSpan> WaitLimit = new(
        "--wait-limit", Duration.Form, TimeSpan.FromSeconds(10),
        "End with a report if a thread keeps the others waiting for so long.");

    /// <summary>Where sequence numbers start.</summary>
    public static readonly ValueOption<long> InitialSequence = new(
        "--initial-sequence",
        Form.LongInteger(0, (1L << MaxSequenceBits) - 1),
        0,
        "Sequence number at which every folio starts, modulo the protocol's width; near the width it wraps.");

    /// <summary>How often a line with statistics is written.</summary>
    public static readonly ValueOption<TimeSpan> StatInterval = new(
        "--stat-interval", Duration.Form, TimeSpan.FromSeconds(10), "Write a line with statistics so often.");

    /// <summary>Where to write what happens while it happens.</summary>
    public static readonly ValueOption<string?> Journal = new(
        "--journal",
        Form.Text("a folder, new or without a journal").OrNone(),
        null,
        "Write a line for each audited round, violation and statistics interval there, so that a run that is "
        + "killed can be resumed.");

    /// <summary>An earlier run to go on with.</summary>
    public static readonly ValueOption<string?> Resume = new(
        "--resume",
        Form.Text("a folder that --journal has written").OrNone(),
        null,
        "Go on with a run from its journal, with its options, and sum up both; --time-budget is then the time to add.");

    /// <summary>End at the first violation.</summary>
    public static readonly SwitchOption StopAtViolation = new(
        "--stop-at-violation", "End at the first violation; with --journal, keep the whole log of its round there.");

    /// <summary>Who gets the figures as metrics.</summary>
    public static readonly ValueOption<string?> Otlp = new(
        "--otlp",
        MetricsExport.Form.OrNone(),
        null,
        "Send the figures as metrics to a collector, by OTLP over HTTP, at every statistics interval and at the end.");

    /// <summary>Name of the audit that misses nothing.</summary>
    public const string ExactAudit = "exact";

    /// <summary>Name of no audit.</summary>
    public const string NoAudit = "off";

    /// <summary>All of them, in the order of the help text.</summary>
    public static IReadOnlyList<Option> All { get; } =
    [
        Workload, Scheme, Protocol, Order, Folios, Mms, Writers, Readers, TimeBudget, Sections, Seed, Audit, Canary,
        Affinity, Stutter,
        ShuffleInterval, Churn, Perturb, LongHold, WaitLimit, InitialSequence, StatInterval, Journal, Resume,
        StopAtViolation, Otlp,
    ];
}
