namespace Exploration.Counterexamples;

/// <summary>One operation of a counterexample.</summary>
/// <param name="Thread">Name of the actor.</param>
/// <param name="Operation">What it does, such as <c>read acquire</c>.</param>
/// <param name="Location">Name of the word; empty for a barrier.</param>
/// <param name="Value">The value read or written; <c>old -&gt; new</c> for an atomic update.</param>
/// <param name="ReadFrom">Where a read value came from: <c>initial</c> or <c>step 3</c>; empty if nothing was read.</param>
/// <param name="WrittenAfter">What a write directly overwrote in the location's modification order; empty if nothing was written.</param>
public sealed record CounterexampleStep(
    string Thread, string Operation, string Location, string Value, string ReadFrom, string WrittenAfter)
{
    /// <summary>The step in a cell of a table, such as <c>read plain x: 1 (from step 3)</c>.</summary>
    public string ToText()
    {
        string source = ReadFrom.Length == 0 ? "" : $" (from {ReadFrom})";
        return Location.Length == 0 ? Operation : $"{Operation} {Location}: {Value}{source}";
    }
}
