using Exploration;
using Scenarios.Canaries;
using Scenarios.Selection;
using Stress.CommandLine;
using Tracker.SubIds;
using Option = System.CommandLine.Option;

namespace Stress.Explore;

/// <summary>The options of <c>explore</c>.</summary>
internal static class ExploreOptions
{
    public static readonly ValueOption<string?> Scenario = new(
        "--scenario", Form.Name(ExploreScenarios.Names).OrNone(), null,
        "Scenario to explore; by default the canary's, else seqcount.");

    public static readonly ValueOption<string?> Protocol = new(
        "--protocol", Form.Name(Protocols.Names).OrNone(), null,
        "Seqcount protocol, which must fit the scenario and the canary; by default theirs.");

    public static readonly ValueOption<string> Reading = new(
        "--reading", Form.Name(TrackerSelection.Readings), TrackerSelection.BarrierReading,
        "barrier: plain reads and one read barrier; acquire: acquire reads. In a litmus test: "
        + "plain or volatile accesses.");

    /// <summary>Every memory model, one after the other.</summary>
    public const string AllModels = "all";

    public static readonly ValueOption<string> Model = new(
        "--model", Form.Name([.. ModelWords.All, AllModels]), "dotnet",
        "Memory model, or all of them in turn; limits and time budget apply to each.");

    public static readonly ValueOption<string?> Canary = new(
        "--canary",
        Form.Name([.. CanaryCatalogue.All.Where(canary => canary.Scenario is not null).Select(canary => canary.Name)])
            .OrNone(), null,
        "Deliberately broken variant, which must be caught; 'stress list' shows what each one fits.");

    public static readonly ValueOption<int?> Writers = new(
        "--writers", Form.Integer(1, 4).OrNone(), null, "Number of writers; by default the scenario's own.");

    public static readonly ValueOption<int?> Readers = new(
        "--readers", Form.Integer(0, 4).OrNone(), null, "Number of readers; by default the scenario's own.");

    public static readonly ValueOption<int?> Values = new(
        "--values", Form.Integer(1, 6).OrNone(), null,
        "Rmap values per folio; by default the scenario's own.");

    public static readonly ValueOption<string> Scheme = new(
        "--scheme", Form.Name([SubIdScheme.RmapIdCompact.Name, SubIdScheme.RmapId32.Name]),
        SubIdScheme.RmapIdCompact.Name,
        "Sub-IDs of the folio: 1 to 6 values, or the 8 values of 32 bits for 32-bit machines.");

    public static readonly ValueOption<string> Equivalence = new(
        "--equivalence", Form.Name(["graph", "observation"]), "graph",
        "Which executions count as one: graph: equal execution graphs; observation: also those that differ only in "
        + "an order of atomic adds that no read observes.");

    public static readonly ValueOption<int?> PreemptionBound = new(
        "--preemption-bound", Form.Integer(0, 64).OrNone(), null,
        "Maximum number of preemptions of the executions counted; for --model sc.");

    public static readonly ValueOption<long?> LimitExecutions = new(
        "--limit-executions", Form.LongInteger(1, Form.MaxExactJsonInteger).OrNone(), null,
        "Maximum number of executions.");

    public static readonly ValueOption<TimeSpan?> TimeBudget = new(
        "--time-budget", Duration.Form.OrNone(), null, "Maximum duration of the search.");

    public static readonly ValueOption<int?> Threads = new(
        "--threads", Form.Integer(1, 64).OrNone(), null, "Search threads; by default one per core.");

    public static readonly ValueOption<int?> ShuffleSeed = new(
        "--seed", Form.Integer(0, int.MaxValue).OrNone(), null,
        "Random seed of the order of exploration; counts do not depend on it. With --sample: seed of the first "
        + "execution; the next one has the next seed.");

    public static readonly ValueOption<long?> Sample = new(
        "--sample", Form.LongInteger(1, 1_000_000_000).OrNone(), null,
        "Draw so many executions at random instead of visiting every one. Without a violation the result is BOUNDED.");

    public static readonly ValueOption<int?> SampleDepth = new(
        "--sample-depth", Form.Integer(0, SampleOptions.MaxDepth).OrNone(), null,
        "With --sample: maximum number of accesses of an execution that are put off and choose "
        + "at random; by default 3.");

    public static readonly ValueOption<int?> SampleHistory = new(
        "--sample-history", Form.Integer(1, ExplorationResult.MaxEvents).OrNone(), null,
        "With --sample: number of the newest writes of a word among which such an access chooses; by default 3.");

    public static readonly SwitchOption Grade = new(
        "--grade", "Report for each outcome which memory models allow it.");

    public static readonly SwitchOption Advise = new(
        "--advise",
        "Say of each operation whether a weaker one would do, or which stronger accesses repair what is violated.");

    public static readonly ValueOption<string?> Replay = new(
        "--replay", Form.Path("a JSON report of explore").OrNone(), null,
        "Replay only the counterexample of an earlier report, which says all that others would.");

    public static readonly ValueOption<string?> Assembly = new(
        "--assembly", Form.Path("a .NET assembly").OrNone(), null,
        "Explore classes of this assembly instead of a scenario; its code is rewritten in memory.");

    public static readonly ValueOption<string?> Class = new(
        "--class", Form.Text("the full name of a class").OrNone(), null,
        "With --assembly: class to explore; by default every class that declares actors.");

    private static ValueForm<string> Namespaces { get; } = new(
        "namespaces with commas between, none twice",
        (text, out value) =>
        {
            value = text;
            return Form.ListOf(Form.Text("a namespace")).TryParse(text, out _);
        },
        text => text,
        text => text);

    public static readonly ValueOption<string?> Include = new(
        "--include", Namespaces.OrNone(), null,
        "With --assembly: namespaces of other assemblies whose types are rewritten too.");

    public static readonly SwitchOption Races = new(
        "--races",
        "With --assembly: report data races, i.e. plain accesses to one word, at least one a write, that "
        + "happens-before does not order.");

    /// <summary>The options in the order of the help text.</summary>
    public static IReadOnlyList<Option> All { get; } =
    [
        Scenario, Protocol, Reading, Model, Canary, Writers, Readers, Values, Scheme, Equivalence, PreemptionBound,
        LimitExecutions, TimeBudget, Threads, ShuffleSeed, Sample, SampleDepth, SampleHistory, Grade, Advise, Replay,
        Assembly, Class, Include, Races,
    ];

    /// <summary>Of code beside the tracker.</summary>
    private static readonly Option[] s_ofAssembly =
    [
        Assembly, Class, Include, Races, Model, Equivalence, LimitExecutions, TimeBudget, Threads, ShuffleSeed, Sample,
        SampleDepth, SampleHistory, Advise,
    ];

    /// <summary>Refuses options that what is explored cannot use.</summary>
    /// <exception cref="UsageException">One was given.</exception>
    public static void CheckFit(Invocation invocation)
    {
        if (invocation.IsGiven(Replay))
        {
            invocation.RefuseBeside(Replay.Name, [Replay]);
        }

        if (invocation.IsGiven(Assembly))
        {
            invocation.RefuseBeside(Assembly.Name, s_ofAssembly);
        }

        invocation.RefuseWithout(Assembly, [Class, Include, Races]);
        invocation.RefuseWithout(Sample, [SampleDepth, SampleHistory]);
    }

    /// <summary>The models that <c>--model</c> names, the strongest first.</summary>
    public static IReadOnlyList<ModelName> ModelsOf(string word) =>
        word == AllModels ? Enum.GetValues<ModelName>() : [ModelWords.Parse(word)];

    /// <summary>Which executions count as one.</summary>
    public static Equivalence EquivalenceOf(Invocation invocation) =>
        Enum.Parse<Equivalence>(invocation.Value(Equivalence), ignoreCase: true);

    /// <summary>What <c>--sample</c> asks for; null for every execution.</summary>
    /// <exception cref="UsageException">Another option asks for something else.</exception>
    public static SampleOptions? SampleOf(Invocation invocation)
    {
        if (invocation.Value(Sample) is not long count)
        {
            return null;
        }

        Option[] refused = [Equivalence, PreemptionBound, LimitExecutions, Threads, Grade, Advise];
        if (Array.Find(refused, invocation.IsGiven) is Option given)
        {
            throw new UsageException(
                $"--sample {count}: {given.Name} is for a search of every execution; accepted: one of the two");
        }

        SampleOptions sample = new() { Count = count };
        return sample with
        {
            Seed = invocation.Value(ShuffleSeed) ?? sample.Seed,
            Depth = invocation.Value(SampleDepth) ?? sample.Depth,
            History = invocation.Value(SampleHistory) ?? sample.History,
        };
    }
}
