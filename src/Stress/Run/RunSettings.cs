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
    public IReadOnlyCollection<Option> Decided => Canary is not null ? BroughtByCanary
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
            }

            return values;
        }
    }

    /// <summary>Plans a workload.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="budget">Its share of the time.</param>
    /// <param name="sectionsDone">Sections of earlier sessions.</param>
    public WorkloadPlan Plan(Workload workload, TimeSpan budget, long sectionsDone = 0)
    {
        WorkloadShape shape = ShapeOf(workload);
        return new WorkloadPlan(workload, shape, Scheme, Tracker, Team(budget, shape.Writers, sectionsDone))
        {
            IsAudited = IsAudited,
            InitialSequence = _invocation.Value(RunOptions.InitialSequence),
        };
    }

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

    private TeamPlan Team(TimeSpan budget, int writers, long sectionsDone)
    {
        long? sections = _invocation.Value(RunOptions.Sections) - sectionsDone;
        return new(budget, Seed)
        {
            Operations = sections,
            OperationsPerWorker = (sections + writers - 1) / writers,
            Affinity = Affinity,
            Stutter = _invocation.Value(RunOptions.Stutter),
            ShuffleInterval = _invocation.Value(RunOptions.ShuffleInterval),
            Churn = _invocation.Value(RunOptions.Churn),
            Perturbation = Canary is not null ? Perturbation.Heavy
                : _invocation.Value(RunOptions.LongHold) ? Perturbation.LongHold
                : Perturbation.Light,
            WaitLimit = _invocation.Value(RunOptions.WaitLimit),
            StopAtFinding = StopsAtViolation,
        };
    }

    private void RefuseBeside(string option, string value)
    {
        if (BroughtByCanary.Any(_invocation.IsGiven))
        {
            string names = string.Join(", ", BroughtByCanary[..^1].Select(each => each.Name));
            throw new UsageException(option, value, $"a canary without {names} and {BroughtByCanary[^1].Name}: it brings what it needs");
        }
    }
}
