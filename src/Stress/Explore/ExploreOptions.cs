using Exploration;
using Scenarios.Canaries;
using Scenarios.Selection;
using Stress.CommandLine;

namespace Stress.Explore;

/// <summary>The options of <c>explore</c>.</summary>
internal static class ExploreOptions
{
    public static readonly ValueOption<string?> Scenario = new(
        "--scenario", Form.Name(ExploreScenarios.Names).OrNone(), null,
        "The scenario; without one, the canary's, else seqcount.");

    public static readonly ValueOption<string?> Protocol = new(
        "--protocol", Form.Name(Protocols.Names).OrNone(), null,
        "The seqcount's protocol, which the scenario and the canary must fit; without one, theirs.");

    public static readonly ValueOption<string> Reading = new(
        "--reading", Form.Name(TrackerSelection.Readings), TrackerSelection.BarrierReading,
        "Plain reads with one barrier, or acquire reads throughout; in a litmus test, plain or volatile accesses.");

    /// <summary>Every memory model, one after the other.</summary>
    public const string AllModels = "all";

    public static readonly ValueOption<string> Model = new(
        "--model", Form.Name([.. ModelWords.All, AllModels]), "dotnet",
        "The memory model, or all of them, one after the other; limits and budget are each one's.");

    public static readonly ValueOption<string?> Canary = new(
        "--canary",
        Form.Name([.. CanaryCatalogue.All.Where(canary => canary.Scenario is not null).Select(canary => canary.Name)])
            .OrNone(), null,
        "A broken variant that should be found; list says what each fits, and what does not fit is refused.");

    public static readonly ValueOption<int?> Writers = new(
        "--writers", Form.Integer(1, 4).OrNone(), null, "Writers; without it, what the scenario usually has.");

    public static readonly ValueOption<int?> Readers = new(
        "--readers", Form.Integer(0, 4).OrNone(), null, "Readers; without it, what the scenario usually has.");

    public static readonly ValueOption<int?> Values = new(
        "--values", Form.Integer(1, 6).OrNone(), null,
        "Rmap values of the folio; without it, what the scenario usually has.");

    public static readonly ValueOption<string> Equivalence = new(
        "--equivalence", Form.Name(["graph", "observation"]), "graph",
        "What counts as one execution: an execution graph, or all that differ in the order of adds "
        + "only that nobody looks at.");

    public static readonly ValueOption<int?> PreemptionBound = new(
        "--preemption-bound", Form.Integer(0, 64).OrNone(), null,
        "Count only executions with at most so many preemptions; for --model sc.");

    public static readonly ValueOption<long?> LimitExecutions = new(
        "--limit-executions", Form.LongInteger(1, Form.MaxExactJsonInteger).OrNone(), null,
        "End after so many executions.");

    public static readonly ValueOption<TimeSpan?> TimeBudget = new(
        "--time-budget", Duration.Form.OrNone(), null, "End the search after so long.");

    public static readonly ValueOption<int?> Threads = new(
        "--threads", Form.Integer(1, 64).OrNone(), null, "Threads that search; without it, one for each core.");

    public static readonly ValueOption<int?> ShuffleSeed = new(
        "--seed", Form.Integer(0, int.MaxValue).OrNone(), null,
        "Explore in an order drawn with this seed; the counts stay the same.");

    public static readonly SwitchOption Grade = new(
        "--grade", "Say of each outcome which memory models allow it.");

    public static readonly SwitchOption Advise = new(
        "--advise",
        "Say of each operation whether a weaker one would do, or which stronger accesses repair what is violated.");

    public static readonly ValueOption<string?> Replay = new(
        "--replay", Form.Text("a JSON report of explore").OrNone(), null,
        "Run only the counterexample of an earlier report again; other options are ignored.");

    public static readonly ValueOption<string?> Assembly = new(
        "--assembly", Form.Text("a .NET assembly").OrNone(), null,
        "Explore classes of this assembly instead of a scenario: its code is rewritten in memory.");

    public static readonly ValueOption<string?> Class = new(
        "--class", Form.Text("the full name of a class").OrNone(), null,
        "With --assembly, the class; without it, every class that declares actors.");

    public static readonly ValueOption<string?> Include = new(
        "--include", Form.Text("namespaces with commas between").OrNone(), null,
        "With --assembly, namespaces of the framework whose types are rewritten, too.");

    public static readonly SwitchOption Races = new(
        "--races",
        "With --assembly, report two plain accesses of one word, one a write, that happens-before does not order.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<System.CommandLine.Option> All { get; } =
    [
        Scenario, Protocol, Reading, Model, Canary, Writers, Readers, Values, Equivalence, PreemptionBound,
        LimitExecutions, TimeBudget, Threads, ShuffleSeed, Grade, Advise, Replay, Assembly, Class, Include, Races,
    ];

    /// <summary>The models that <c>--model</c> names, the strongest first.</summary>
    public static IReadOnlyList<ModelName> ModelsOf(string word) =>
        word == AllModels ? Enum.GetValues<ModelName>() : [ModelWords.Parse(word)];
}
