using Atomics.Programs;
using Exploration;
using Scenarios.Canaries;
using Scenarios.Catalogue;
using Scenarios.Selection;
using Stress.CommandLine;
using Tracker.SubIds;

namespace Stress.Explore;

/// <summary>What the options of <c>explore</c> ask for, with everything filled in that they leave open.</summary>
internal sealed class ExplorePlan
{
    /// <summary>Reads the options.</summary>
    /// <exception cref="UsageException">They do not fit together.</exception>
    public ExplorePlan(Invocation invocation)
    {
        Canary = invocation.Value(ExploreOptions.Canary) is string name ? CanaryCatalogue.Find(name) : null;
        Entry = ExploreScenarios.Find(invocation.Value(ExploreOptions.Scenario) ?? Canary?.Scenario ?? "seqcount");
        Models = ExploreOptions.ModelsOf(invocation.Value(ExploreOptions.Model));
        CheckSizes(invocation);
        Size = SizeOf(invocation, Canary is null ? Entry.Defaults : Entry.DefaultsWith(Canary));
        if (Entry.FindMisfit(Size) is Misfit misfit)
        {
            throw new UsageException($"--{misfit.Choice}", misfit.Value, misfit.Accepted);
        }

        SampleOptions? sample = ExploreOptions.SampleOf(invocation);
        Options = new ExplorationOptions
        {
            Equivalence = ExploreOptions.EquivalenceOf(invocation),
            PreemptionBound = invocation.Value(ExploreOptions.PreemptionBound),
            LimitExecutions = invocation.Value(ExploreOptions.LimitExecutions) ?? long.MaxValue,
            TimeBudget = invocation.Value(ExploreOptions.TimeBudget) ?? TimeSpan.MaxValue,
            ShuffleSeed = sample is null ? invocation.Value(ExploreOptions.ShuffleSeed) : null,
            Workers = sample is null ? invocation.Value(ExploreOptions.Threads) ?? Environment.ProcessorCount : 1,
            Sample = sample,
        };
        if (Options.PreemptionBound is not null && Models is not [ModelName.Sc])
        {
            throw new UsageException(
                "--preemption-bound",
                $"{Options.PreemptionBound}",
                "nothing with this model: preemptions are counted in schedules, which --model sc alone has");
        }

        HasGrades = invocation.Value(ExploreOptions.Grade);
        HasAdvice = invocation.Value(ExploreOptions.Advise);
        CommandText = string.Join(
            ' ',
            ["stress explore", .. ExploreOptions.All.Select(invocation.Describe).Where(text => text.Length > 0)]);
    }

    /// <summary>The canary, or null.</summary>
    public Canary? Canary { get; }

    /// <summary>The scenario by name.</summary>
    public ScenarioEntry Entry { get; }

    /// <summary>Its size and variant.</summary>
    public ScenarioOptions Size { get; }

    /// <summary>The memory models, the strongest first.</summary>
    public IReadOnlyList<ModelName> Models { get; }

    /// <summary>What each search is told; its model is one of <see cref="Models"/>.</summary>
    public ExplorationOptions Options { get; }

    /// <summary>Whether the outcomes are graded.</summary>
    public bool HasGrades { get; }

    /// <summary>Whether weaker or stronger operations are tried.</summary>
    public bool HasAdvice { get; }

    /// <summary>The command that asks for the same again.</summary>
    public string CommandText { get; }

    /// <summary>Declares the scenario.</summary>
    public ScenarioDeclaration Declare() => Entry.Create(Size);

    /// <summary>Refuses a size that the scenario has in one way only, as if it had been asked for in another.</summary>
    private void CheckSizes(Invocation invocation)
    {
        (System.CommandLine.Option Option, int? Given, ScenarioSizes Size)[] sizes =
        [
            (ExploreOptions.Writers, invocation.Value(ExploreOptions.Writers), ScenarioSizes.Writers),
            (ExploreOptions.Readers, invocation.Value(ExploreOptions.Readers), ScenarioSizes.Readers),
            (ExploreOptions.Values, invocation.Value(ExploreOptions.Values), ScenarioSizes.Values),
        ];
        foreach ((System.CommandLine.Option option, int? given, ScenarioSizes size) in sizes)
        {
            if (given is not null && !Entry.Sizes.HasFlag(size))
            {
                throw new UsageException(option.Name, $"{given}", $"nothing with scenario {Entry.Name}, which has one "
                    + "size");
            }
        }

        if (invocation.Value(ExploreOptions.Readers) is int readers && readers > Entry.MostReaders)
        {
            throw new UsageException(ExploreOptions.Readers.Name, $"{readers}",
                $"an integer from 0 to {Entry.MostReaders} with scenario {Entry.Name}");
        }

        if (invocation.IsGiven(ExploreOptions.Scheme) && !Entry.Sizes.HasFlag(ScenarioSizes.Values))
        {
            throw new UsageException(ExploreOptions.Scheme.Name, invocation.Value(ExploreOptions.Scheme),
                $"nothing with scenario {Entry.Name}, which has no folio of several schemes");
        }
    }

    private static int? ValuesOf(Invocation invocation)
    {
        int? values = invocation.Value(ExploreOptions.Values);
        SubIdScheme scheme = SubIdScheme.All.Single(each => each.Name == invocation.Value(ExploreOptions.Scheme));
        if (scheme != SubIdScheme.RmapId32)
        {
            return values;
        }

        int own = scheme.Classes.Single().Values;
        return values is null
            ? own
            : throw new UsageException("--values", $"{values}", $"nothing with --scheme {scheme}, which has {own}");
    }

    private static ScenarioOptions SizeOf(Invocation invocation, ScenarioOptions defaults) => new(
        invocation.Value(ExploreOptions.Writers)
            ?? Math.Max(defaults.Writers, defaults.Tracker.Canary?.MinWriters ?? 1),
        invocation.Value(ExploreOptions.Readers) ?? defaults.Readers,
        ValuesOf(invocation) ?? defaults.Values,
        defaults.Tracker with
        {
            Protocol = invocation.Value(ExploreOptions.Protocol) ?? defaults.Tracker.Protocol,
            Reading = invocation.Value(ExploreOptions.Reading),
        });
}
