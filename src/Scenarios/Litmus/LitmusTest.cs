using Atomics.Programs;

namespace Scenarios.Litmus;

/// <summary>A litmus test with what every memory model says of it.</summary>
/// <param name="Name">Name, lower case with hyphens.</param>
/// <param name="Program">The threads, as <see cref="LitmusScenario"/> reads them.</param>
/// <param name="Condition">The outcome in question, such as <c>P0.r1=1 &amp; x=2</c>.</param>
/// <param name="Sc">Under sequential consistency.</param>
/// <param name="Tso">Under total store order.</param>
/// <param name="Rc11Volatile">Under RC11 with <c>Volatile</c> loads and stores.</param>
/// <param name="Rc11Plain">Under RC11 with plain loads and stores.</param>
/// <param name="PreemptionSeries">Executions under sequential consistency with at most 0, 1, 2, ...
/// preemptions.</param>
public sealed record LitmusTest(
    string Name,
    string Program,
    string Condition,
    LitmusVerdict Sc,
    LitmusVerdict Tso,
    LitmusVerdict Rc11Volatile,
    LitmusVerdict Rc11Plain,
    IReadOnlyList<long> PreemptionSeries)
{
    /// <summary>
    /// The test as a scenario. Its check forbids the condition if not even RC11 with plain accesses allows it: such
    /// an outcome is a defect on any hardware.
    /// </summary>
    /// <param name="access">How loads and stores are made.</param>
    /// <exception cref="ArgumentException">The condition names what no outcome has.</exception>
    public LitmusScenario ToScenario(LitmusAccess access)
    {
        LitmusVerdict weakest = access == LitmusAccess.Plain ? Rc11Plain : Rc11Volatile;
        string[] names = [.. Condition.Split(" & ").Select(term => term.Split('=')[0])];
        LitmusScenario scenario = new(
            access == LitmusAccess.Plain ? $"litmus-{Name}" : $"litmus-{Name}-volatile",
            Program,
            access,
            [.. names.Where(name => !name.Contains('.')).Distinct()],
            outcome => IsMetBy(outcome.Values) && !weakest.IsReachable ? $"{outcome} is forbidden by RC11." : null);
        _ = PatternOf(scenario.OutcomeNames);
        return scenario;
    }

    /// <summary>Whether an outcome meets the condition.</summary>
    /// <param name="outcome">The outcome's values.</param>
    /// <exception cref="ArgumentException">The condition names what the outcome does not have.</exception>
    public bool IsMetBy(IReadOnlyList<OutcomeValue> outcome) =>
        PatternOf([.. outcome.Select(value => value.Name)]).IsShownBy(outcome);

    private OutcomePattern PatternOf(IReadOnlyCollection<string> names) =>
        new(Condition.Replace(" & ", " ", StringComparison.Ordinal), names);
}
