namespace Exploration.Counterexamples;

/// <summary>One operation of a counterexample.</summary>
/// <param name="Thread">Name of the actor.</param>
/// <param name="Operation">What it does, such as <c>read acquire</c>.</param>
/// <param name="Location">Name of the word; empty for a barrier.</param>
/// <param name="Value">The value read or written; <c>old -&gt; new</c> for an atomic update.</param>
/// <param name="ReadFrom">Where a read value came from: <c>initial</c> or <c>step 3</c>; empty if nothing was
/// read.</param>
/// <param name="WrittenAfter">What a write directly overwrote in the location's modification order; empty if nothing
/// was written.</param>
public sealed record CounterexampleStep(
    string Thread, string Operation, string Location, string Value, string ReadFrom, string WrittenAfter)
{
    /// <summary>
    /// The source file of the operation: from the repository's root or the current directory if it lies below one of
    /// them, else as in the debug information; null without debug information.
    /// </summary>
    public string? File { get; init; }

    /// <summary>The line where the operation's statement begins, from 1; null without debug information.</summary>
    public int? Line { get; init; }

    /// <summary>The step in a cell of a table, such as <c>read plain x: 1 (from step 3)</c>.</summary>
    public string ToText()
    {
        string source = ReadFrom.Length == 0 ? "" : $" (from {ReadFrom})";
        return Location.Length == 0 ? Operation : $"{Operation} {Location}: {Value}{source}";
    }

    /// <summary>Where the operation stands, such as <c>at Seqlock.cs:31</c>; empty if unknown.</summary>
    public string ToSiteText() => File is null ? "" : $"at {SourcePath.NameOf(File)}:{Line}";
}
