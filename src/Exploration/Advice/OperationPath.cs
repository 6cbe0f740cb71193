using Exploration.Counterexamples;

namespace Exploration.Advice;

/// <summary>
/// What an actor has done in one run, as steps whose places in the source can be looked up, and a hash of the operations and
/// words, without the values.
/// </summary>
internal sealed class OperationPath
{
    private readonly List<CounterexampleStep> _steps = [];

    /// <summary>The steps; the last one may not have returned yet.</summary>
    public IReadOnlyList<CounterexampleStep> Steps => _steps;

    /// <summary>Stands for the operations so far, each with its word.</summary>
    public ulong Hash { get; private set; }

    /// <summary>An operation is next.</summary>
    /// <param name="actor">Name of the actor.</param>
    /// <param name="operation">The operation in words.</param>
    /// <param name="location">Name of the word; empty for a barrier.</param>
    public void Begin(string actor, string operation, string location)
    {
        _steps.Add(new CounterexampleStep(actor, operation, location, "0", "", ""));
        Hash = unchecked(((Hash ^ Of(operation)) * Prime) ^ Of(location)) * Prime;
    }

    /// <summary>It has returned a value.</summary>
    public void End(long value) => _steps[^1] = _steps[^1] with { Value = $"{value}" };

    private const ulong Prime = 0x9E37_79B9_7F4A_7C15;

    private static ulong Of(string text) => unchecked((ulong)string.GetHashCode(text, StringComparison.Ordinal));
}
