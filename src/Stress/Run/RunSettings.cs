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

/// <summary>The options of one run, checked against each other.</summary>
internal sealed class RunSettings
{
    private static readonly Option[] BroughtByCanary =
        [RunOptions.Workload, RunOptions.Scheme, RunOptions.Protocol, RunOptions.Order, RunOptions.Audit];

    private readonly Invocation _invocation;

    /// <summary>Reads the options.</summary>
    /// <param name="invocation">The command line.</param>
    /// <param name="session">Number of the session, above 1 for a resumed run.</param>
    /// <exception cref="UsageException">They do not fit together.</exception>
    public RunSettings(Invocation invocation, int session = 1)
    {
        _invocation = invocation;
        Seed = RunJournal.SeedOf(invocation.Value(RunOptions.Seed), session);
        string? canary = invocation.Value(RunOptions.Canary);
        if (canary is not null)
        {
            Canary = CanaryCatalogue.Find(canary);
            RefuseBeside(RunOptions.Canary.Name, canary);
        }

        string protocol = invocation.Value(RunOptions.Protocol);
        if (Canary is null && invocation.IsGiven(RunOptions.Protocol) && !Scheme.Protocols.Contains(protocol))
        {
            throw new UsageException(RunOptions.Protocol.Name, protocol, ProtocolsOf(Scheme));
        }

        Affinity = invocation.Value(RunOptions.Affinity).Resolve();
        if (invocation.Value(RunOptions.ShuffleInterval) is TimeSpan interval && !ProcessorPinning.IsSupported)
        {
            throw new UsageException("--shuffle-interval", Duration.ToText(interval), "nothing, because threads can be moved on Linux only");
        }

        if (invocation.Value(RunOptions.Mms) is int mms && mms < Writers)
        {
            throw new UsageException("--mms", $"{mms}", $"an integer from {Writers} on, one MM for each writer");
        }

        if (invocation.Value(RunOptions.Journal) is string journal && !IsAudited)
        {
            throw new UsageException(RunOptions.Journal.Name, journal, $"with {RunOptions.Audit.Name} {RunOptions.ExactAudit}, whose rounds it keeps");
        }

        Workloads = (Canary?.Workload ?? invocation.Value(RunOptions.Workload)) switch
        {
            null => [TraceWorkload.Embedded(invocation.Cancellation), .. WorkloadCatalogue.All],
            string name when WorkloadName.TraceFile(name) is string file =>
                [InputFile.Use(RunOptions.Workload, () => TraceWorkload.Of(file, invocation.Cancellation))],
            string name => [WorkloadCatalogue.Find(name)!],
        };
        Perturbations = Canary is not null && !invocation.IsGiven(RunOptions.Perturb)
            ? PerturbationChoice.OfCanaries
            : PerturbationChoice.KindsOf(invocation.Value(RunOptions.Perturb), invocation.Value(RunOptions.LongHold));
        long available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        foreach (Workload workload in Workloads)
        {
            MemoryNeed.Check(workload, ShapeOf(workload), Scheme.SubIds.MaxId, available);
        }
    }

    /// <summary>The canary to run, or null for the correct tracker.</summary>
    public Canary? Canary { get; }

    /// <summary>What the threads do, in turn.</summary>
    public IReadOnlyList<Workload> Workloads { get; }

    /// <summary>Longest stretch of one kind: canaries differ in the kind that shows them, and most need little time.</summary>
    public TimeSpan LongestStretch => Canary is null ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(0.5);

    /// <summary>The kinds of perturbation that the stretches of each workload have, in turn.</summary>
    public IReadOnlyList<Perturbation> Perturbations { get; }

    /// <summary>How it is known who maps a folio.</summary>
    public Scheme Scheme => Schemes.Find(Canary?.Scheme ?? _invocation.Value(RunOptions.Scheme));

    /// <summary>The variant of the tracker.</summary>
    public TrackerSelection Tracker => new(Canary?.Protocol ?? Protocol, Canary: Canary);

    /// <summary>Threads that map and unmap.</summary>
    public int Writers => Math.Max(Canary?.MinWriters ?? 1, _invocation.Value(RunOptions.Writers) ?? Math.Max(2, Environment.ProcessorCount));

    /// <summary>Threads that look.</summary>
    public int Readers => _invocation.Value(RunOptions.Readers) ?? Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>When to end.</summary>
    public TimeSpan TimeBudget => _invocation.Value(RunOptions.TimeBudget);

    /// <summary>Where all randomness comes from: what is given, or in a resumed run what follows from it.</summary>
    public long Seed { get; }

    /// <summary>Whether everything seen is compared with the truth.</summary>
    public bool IsAudited => _invocation.Value(RunOptions.Audit) == RunOptions.ExactAudit;

    /// <summary>Whether the first violation ends the run: it is all that a canary is run for.</summary>
    public bool StopsAtViolation => Canary is not null || _invocation.Value(RunOptions.StopAtViolation);

    /// <summary>Whether the log of the round that the first violation is found in is kept.</summary>
    public bool KeepsLog => _invocation.Value(RunOptions.StopAtViolation);

    /// <summary>How often a line with statistics is written.</summary>
    public TimeSpan StatInterval => _invocation.Value(RunOptions.StatInterval);

    private Affinity Affinity { get; }

    private string Protocol => _invocation.Value(RunOptions.Protocol) is string protocol && Scheme.Protocols.Contains(protocol)
        ? protocol
        : Scheme.Protocols[0];

    /// <summary>Options that the canary or the scheme decides.</summary>
    public IReadOnlyCollection<Option> Decided => Canary is not null
        ? _invocation.IsGiven(RunOptions.Perturb) ? BroughtByCanary : [.. BroughtByCanary, RunOptions.Perturb]
        : Scheme.Protocols.Contains(_invocation.Value(RunOptions.Protocol)) ? []
        : [RunOptions.Protocol];

    /// <summary>Their values in force, for the JSON.</summary>
    public JsonObject InForce
    {
        get
        {
            JsonObject values = new() { ["scheme"] = Scheme.Name, ["protocol"] = Tracker.Protocol };
            if (Canary is not null)
            {
                values["workload"] = Canary.Workload;
                values["order"] = Canary.Order;
                if (!_invocation.IsGiven(RunOptions.Perturb))
                {
                    values["perturb"] = null;
                }
            }

            return values;
        }
    }

    /// <summary>Plans a stretch of a workload.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="kind">Index of its kind of perturbation.</param>
    /// <param name="stretch">Number of the stretch in this session, from 0: each has random numbers of its own.</param>
    /// <param name="budget">Its share of the time.</param>
    /// <param name="sectionsDone">Sections of the workload under this kind so far.</param>
    public WorkloadPlan Plan(Workload workload, int kind, int stretch, TimeSpan budget, long sectionsDone)
    {
        long seed = RunJournal.SeedOf(Seed, stretch + 1);
        WorkloadShape shape = ShapeOf(workload) with { Seed = seed };
        long? sections = ShareOfSections(kind) - sectionsDone;
        return new WorkloadPlan(workload, shape, Scheme, Tracker, Team(kind, seed, budget, shape.Writers, sections))
        {
            IsAudited = IsAudited,
            InitialSequence = _invocation.Value(RunOptions.InitialSequence),
        };
    }

    /// <summary>Order of a workload's folios.</summary>
    public int OrderOf(Workload workload) => ShapeOf(workload).Order;

    private WorkloadShape ShapeOf(Workload workload) => workload.Fit(new WorkloadShape(
        _invocation.Value(RunOptions.Order) ?? Canary?.Order ?? workload.DefaultOrder,
        _invocation.Value(RunOptions.Folios) ?? workload.DefaultFolios,
        Math.Max(Writers, _invocation.Value(RunOptions.Mms) ?? workload.DefaultMms),
        Writers,
        Readers,
        Seed));

    private static string ProtocolsOf(Scheme scheme)
    {
        string[] names = [.. Protocols.All.Select(protocol => protocol.Name).Intersect(scheme.Protocols)];
        return names.Length > 0
            ? $"with --scheme {scheme.Name}: {string.Join(", ", names)}"
            : $"nothing with --scheme {scheme.Name}, whose writers meet by {scheme.Protocols[0]}";
    }

    /// <summary>The sections of a workload, divided among the kinds; the first ones have those that are left over.</summary>
    private long? ShareOfSections(int kind) => _invocation.Value(RunOptions.Sections) is long sections
        ? (sections / Perturbations.Count) + (kind < sections % Perturbations.Count ? 1 : 0)
        : null;

    private TeamPlan Team(int kind, long seed, TimeSpan budget, int writers, long? sections) =>
        new(budget, seed)
        {
            Operations = sections,
            OperationsPerWorker = (sections + writers - 1) / writers,
            Affinity = Affinity,
            Stutter = _invocation.Value(RunOptions.Stutter),
            ShuffleInterval = _invocation.Value(RunOptions.ShuffleInterval),
            Churn = _invocation.Value(RunOptions.Churn),
            Perturbation = Perturbations[kind],
            WaitLimit = _invocation.Value(RunOptions.WaitLimit),
            StopAtFinding = StopsAtViolation,
        };

    private void RefuseBeside(string option, string value)
    {
        if (BroughtByCanary.Any(_invocation.IsGiven))
        {
            string names = string.Join(", ", BroughtByCanary[..^1].Select(each => each.Name));
            throw new UsageException(option, value, $"a canary without {names} and {BroughtByCanary[^1].Name}: it brings what it needs");
        }
    }
}
