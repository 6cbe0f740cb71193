namespace Atomics.Programs;

/// <summary>
/// What one execution showed: every actor's registers, then the final values of the observed locations.
/// </summary>
/// <param name="Instance">The scenario instance that names the values.</param>
/// <param name="Registers">One array for each actor, in the order of its register names.</param>
/// <param name="Final">Final values of the observed locations.</param>
public sealed record Outcome(ScenarioInstance Instance, IReadOnlyList<long[]> Registers, long[] Final)
{
    /// <summary>Every value with its name, in the order of <see cref="ScenarioInstance.OutcomeNames"/>.</summary>
    public IReadOnlyList<OutcomeValue> Values =>
        [.. Registers.SelectMany(each => each).Concat(Final)
            .Select((value, index) => new OutcomeValue(Instance.OutcomeNames[index], value))];

    /// <summary>
    /// The outcome on one line, such as <c>P0.r1=1 P1.r2=0 x=2</c>: equal text means equal outcome within one scenario.
    /// </summary>
    public override string ToString() => string.Join(' ', Values);
}
