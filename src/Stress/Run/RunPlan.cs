using System.CommandLine;
using System.Text.Json.Nodes;
using Harness.Processors;
using Harness.Teams;
using Runs.Journal;
using Runs.Tracing;
using Runs.Workloads;
using Scenarios.Canaries;
using Scenarios.Selection;
using Stress.CommandLine;

namespace Stress.Run;

/// <summary>
/// What the options of <c>run</c> ask for, checked against each other, with everything filled in that they leave open.
/// </summary>
internal sealed class RunPlan
{
    private static readonly Option[] BroughtByCanary =
        [RunOptions.Workload, RunOptions.Scheme, RunOptions.Protocol, RunOptions.Order, RunOptions.Audit];

    private readonly TeamPlan _team;
    private readonly long? _sections;
    private readonly long _initialSequence;

    /// <summary>Reads the options.</summary>
    /// <param name="invocation">The command line.</param>
    /// <param name="session">Number of the session, above 1 for a resumed run.</param>
    /// <exception cref="UsageException">They do not fit together.</exception>
    public RunPlan(Invocation invocation, int session = 1)
    {
        GivenSeed = invocation.Value(RunOptions.Seed);
        Seed = RunJournal.SeedOf(GivenSeed, session);
        IsAudited = invocation.Value(RunOptions.Audit) == RunOptions.ExactAudit;
        KeepsLog = invocation.Value(RunOptions.StopAtViolation);
        StatInterval = invocation.Value(RunOptions.StatInterval);
        Collector = invocation.Value(RunOptions.Otlp) is string url ? new Uri(url) : null;
        Canary = CanaryOf(invocation);
        Scheme = Schemes.Find(Canary?.Scheme ?? invocation.Value(RunOptions.Scheme));
        string? protocol = ProtocolOf(invocation);
        Tracker = new TrackerSelection(Canary?.Protocol ?? protocol ?? Scheme.Protocols[0], Canary: Canary);
        Perturbations = Canary is not null && !invocation.IsGiven(RunOptions.Perturb)
            ? PerturbationChoice.OfCanaries
            : PerturbationChoice.KindsOf(invocation.Value(RunOptions.Perturb), invocation.Value(RunOptions.LongHold));
        if (invocation.Value(RunOptions.Journal) is string journal && !IsAudited)
        {
            throw new UsageException(
                RunOptions.Journal.Name, journal,
                $"with {RunOptions.Audit.Name} {RunOptions.ExactAudit}, whose rounds it keeps");
        }

        Calibrates = invocation.Value(RunOptions.Calibrate);
        if (Calibrates && (Canary is not null || !IsAudited))
        {
            throw new UsageException(
                $"{RunOptions.Calibrate.Name} is accepted without {RunOptions.Canary.Name} and with "
                + $"{RunOptions.Audit.Name} {RunOptions.ExactAudit}: it says what a pass can see");
        }

        if (KeepsLog && !IsAudited)
        {
            throw new UsageException($"{RunOptions.StopAtViolation.Name} is accepted with {RunOptions.Audit.Name} "
                + $"{RunOptions.ExactAudit}, which finds violations");
        }

        if (protocol is null && Canary is null && invocation.IsGiven(RunOptions.InitialSequence))
        {
            throw new UsageException(RunOptions.InitialSequence.Name, $"{invocation.Value(RunOptions.InitialSequence)}",
                $"nothing with --scheme {Scheme.Name}, which has no sequence number");
        }

        _team = TeamOf(invocation);
        _sections = invocation.Value(RunOptions.Sections);
        _initialSequence = invocation.Value(RunOptions.InitialSequence);
        Workloads = WorkloadsOf(invocation);
        Decided = Canary is not null
            ? [.. BroughtByCanary, .. invocation.IsGiven(RunOptions.Perturb) ? (Option[])[] : [RunOptions.Perturb]]
            : protocol is null ? [RunOptions.Protocol, RunOptions.InitialSequence] : [];
        InForce = InForceOf(invocation);
        OptionsText = string.Join(
            ' ',
            RunOptions.All.Except([.. Decided, RunOptions.Journal]).Select(invocation.Describe)
                .Where(text => text.Length > 0));
    }

    /// <summary>The canary to run, or null for the correct tracker.</summary>
    public Canary? Canary { get; }

    /// <summary>What the threads do, in turn.</summary>
    public IReadOnlyList<PlannedWorkload> Workloads { get; }

    /// <summary>
    /// Longest stretch of one kind: canaries differ in the kind that shows them, and most need little time; where
    /// workloads take turns, none shall wait for minutes.
    /// </summary>
    public TimeSpan LongestStretch =>
        TimeSpan.FromSeconds(Canary is not null ? 0.5 : Workloads.Count > 1 ? 10 : 60);

    /// <summary>
    /// How many times the workloads take turns, so that a run of days comes back to each of them every few minutes.
    /// </summary>
    /// <param name="budget">Time of all workloads.</param>
    public int CyclesOf(TimeSpan budget) => Workloads.Count == 1
        ? 1
        : Math.Max(1, (int)Math.Ceiling(budget / (LongestStretch * Perturbations.Count * Workloads.Count)));

    /// <summary>The kinds of perturbation that the stretches of each workload have, in turn.</summary>
    public IReadOnlyList<Perturbation> Perturbations { get; }

    /// <summary>How it is known who maps a folio.</summary>
    public Scheme Scheme { get; }

    /// <summary>The variant of the tracker.</summary>
    public TrackerSelection Tracker { get; }

    /// <summary>The seed given.</summary>
    public long GivenSeed { get; }

    /// <summary>Where all randomness comes from: what is given, or in a resumed run what follows from it.</summary>
    public long Seed { get; }

    /// <summary>Whether everything seen is compared with the truth.</summary>
    public bool IsAudited { get; }

    /// <summary>Whether every canary comes first, not only the control and its brief form.</summary>
    public bool Calibrates { get; }

    /// <summary>Whether the first violation ends the run: it is all that a canary is run for.</summary>
    public bool StopsAtViolation => Canary is not null || KeepsLog;

    /// <summary>Whether the log of the round that the first violation is found in is kept.</summary>
    public bool KeepsLog { get; }

    /// <summary>Interval between statistics lines.</summary>
    public TimeSpan StatInterval { get; }

    /// <summary>Who gets the figures as metrics; null for nobody.</summary>
    public Uri? Collector { get; }

    /// <summary>Options that the canary or the scheme decides.</summary>
    public IReadOnlyCollection<Option> Decided { get; }

    /// <summary>The values in force of options that others decide, for the JSON.</summary>
    public JsonObject InForce { get; }

    /// <summary>The options as a command line, defaults included: what is printed can be run again.</summary>
    public string OptionsText { get; }

    /// <summary>Plans a stretch of a workload.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="kind">Index of its kind of perturbation.</param>
    /// <param name="stretch">Number of the stretch in this session, from 0: each has random numbers of its own.</param>
    /// <param name="budget">Its share of the time.</param>
    /// <param name="sectionsDone">Sections of the workload under this kind so far.</param>
    public WorkloadPlan Plan(PlannedWorkload workload, int kind, int stretch, TimeSpan budget, long sectionsDone)
    {
        long seed = RunJournal.SeedOf(Seed, stretch + 1);
        WorkloadShape shape = workload.Shape with { Seed = seed };
        long? sections = ShareOfSections(kind) - sectionsDone;
        TeamPlan team = _team with
        {
            TimeBudget = budget,
            Seed = seed,
            Operations = sections,
            Perturbation = Perturbations[kind],
        };
        return new WorkloadPlan(workload.Workload, shape, Scheme, Tracker, team)
        {
            IsAudited = IsAudited,
            InitialSequence = _initialSequence,
        };
    }

    /// <summary>
    /// The sections of a workload, divided among the kinds; the first ones have those that are left over.
    /// </summary>
    private long? ShareOfSections(int kind) => _sections is long sections
        ? (sections / Perturbations.Count) + (kind < sections % Perturbations.Count ? 1 : 0)
        : null;

    private static Canary? CanaryOf(Invocation invocation)
    {
        if (invocation.Value(RunOptions.Canary) is not string name)
        {
            return null;
        }

        if (BroughtByCanary.Any(invocation.IsGiven))
        {
            string names = string.Join(", ", BroughtByCanary[..^1].Select(each => each.Name));
            throw new UsageException(
                RunOptions.Canary.Name, name,
                $"a canary without {names} and {BroughtByCanary[^1].Name}: it brings what it needs");
        }

        return CanaryCatalogue.Find(name);
    }

    /// <summary>The protocol chosen, or null if the scheme has a way of its own.</summary>
    private string? ProtocolOf(Invocation invocation)
    {
        string protocol = invocation.Value(RunOptions.Protocol);
        if (Scheme.Protocols.Contains(protocol))
        {
            return protocol;
        }

        if (Canary is null && invocation.IsGiven(RunOptions.Protocol))
        {
            string[] names = [.. Protocols.Names.Intersect(Scheme.Protocols)];
            throw new UsageException(RunOptions.Protocol.Name, protocol, names.Length > 0
                ? $"with --scheme {Scheme.Name}: {string.Join(", ", names)}"
                : $"nothing with --scheme {Scheme.Name}, whose writers meet by {Scheme.Protocols[0]}");
        }

        return null;
    }

    private TeamPlan TeamOf(Invocation invocation)
    {
        Affinity affinity = invocation.Value(RunOptions.Affinity).Resolve();
        TimeSpan? interval = invocation.Value(RunOptions.ShuffleInterval);
        if (interval is TimeSpan given && !ProcessorPinning.IsSupported)
        {
            throw new UsageException(
                RunOptions.ShuffleInterval.Name, Duration.ToText(given),
                "nothing, because threads can be moved on Linux only");
        }

        return new TeamPlan(invocation.Value(RunOptions.TimeBudget), Seed)
        {
            Affinity = affinity,
            Stutter = invocation.Value(RunOptions.Stutter),
            ShuffleInterval = interval,
            Churn = invocation.Value(RunOptions.Churn),
            WaitLimit = invocation.Value(RunOptions.WaitLimit),
            StopAtFinding = StopsAtViolation,
        };
    }

    private IReadOnlyList<PlannedWorkload> WorkloadsOf(Invocation invocation)
    {
        int writers = Math.Max(
            Canary?.MinWriters ?? 1, invocation.Value(RunOptions.Writers) ?? Math.Max(2, Environment.ProcessorCount));
        int readers = invocation.Value(RunOptions.Readers) ?? Math.Max(1, Environment.ProcessorCount / 2);
        int? mms = invocation.Value(RunOptions.Mms);
        if (mms < writers)
        {
            throw new UsageException(RunOptions.Mms.Name, $"{mms}",
                $"an integer from {writers} on, one MM for each writer");
        }

        OrderRange? orders = invocation.Value(RunOptions.Order)
            ?? (Canary is null ? null : new OrderRange(Canary.Order));
        int? folios = invocation.Value(RunOptions.Folios);
        long available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return (Canary?.Workload ?? invocation.Value(RunOptions.Workload)) switch
        {
            null => [OfTrace(TraceWorkload.Embedded(invocation.Cancellation)),
                .. WorkloadCatalogue.All.Select(each => Sized(each, null))],
            string name when WorkloadName.TraceFile(name) is string file =>
                [Given(OfTrace(
                    InputFile.Use(RunOptions.Workload, () => TraceWorkload.Of(file, invocation.Cancellation))))],
            string name => [Given(Sized(WorkloadCatalogue.Find(name)!, null))],
        };

        PlannedWorkload Given(PlannedWorkload planned) => GivenSizes.Check(invocation, planned);

        PlannedWorkload OfTrace(TraceWorkload trace) => Sized(trace, trace);

        PlannedWorkload Sized(Workload workload, TraceWorkload? trace)
        {
            OrderRange ofFolios = orders ?? new OrderRange(workload.DefaultOrder);
            if (ofFolios.IsMixed && trace is null)
            {
                throw new UsageException(RunOptions.Order.Name, $"{ofFolios}",
                    $"one order with workload {workload.Name}; a range with {WorkloadName.TracePrefix}FILE");
            }

            WorkloadShape shape = workload.Fit(
                new WorkloadShape(
                    ofFolios,
                    folios ?? workload.DefaultFolios,
                    Math.Max(writers, mms ?? workload.DefaultMms),
                    writers,
                    readers,
                    Seed),
                Scheme.SubIds);
            MemoryNeed.Check(workload, shape, Scheme.SubIds.MaxId, available);
            return new PlannedWorkload(workload, shape, trace);
        }
    }

    private JsonObject InForceOf(Invocation invocation)
    {
        JsonObject values = new() { ["scheme"] = Scheme.Name, ["protocol"] = Tracker.Protocol };
        if (Canary is not null)
        {
            values["workload"] = Canary.Workload;
            values["order"] = Canary.Order;
            if (!invocation.IsGiven(RunOptions.Perturb))
            {
                values["perturb"] = null;
            }
        }

        return values;
    }
}
