using Atomics.Programs;

namespace Exploration;

/// <summary>An outcome and the executions that showed it.</summary>
/// <param name="Outcome">The outcome on one line; where an actor threw, who and what.</param>
/// <param name="Values">The outcome's values by name; empty where an actor threw.</param>
/// <param name="Count">Executions, at least 1.</param>
/// <param name="Violation">Null if the scenario allows it, else its sentence.</param>
public sealed record OutcomeCount(string Outcome, IReadOnlyList<OutcomeValue> Values, long Count, string? Violation)
{
    /// <summary>Whether Arm64 code shows it, if that was asked for.</summary>
    internal bool IsOnArm64 { get; init; }

    /// <summary>Equal text means equal values.</summary>
    public bool Equals(OutcomeCount? other) =>
        other is not null && (Outcome, Count, Violation) == (other.Outcome, other.Count, other.Violation);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Outcome, Count, Violation);
}
