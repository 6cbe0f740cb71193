namespace Exploration.Tests.Oracle.Dotnet.Models;

/// <summary>Other choices in the doubtful cases of <c>dotnet</c>, and of the Arm64 code.</summary>
[Flags]
internal enum OracleOptions
{
    None = 0,

    /// <summary>Every write needs a justification, also one that a later write of the thread makes invisible.</summary>
    NoElision = 1 << 0,

    /// <summary>A compare-exchange that fails is a read with acquire and no fence, as on Arm64.</summary>
    WeakExchange = 1 << 1,

    /// <summary>A read comes before the reads of elements that it gave the index of.</summary>
    IndexOrder = 1 << 2,

    /// <summary>
    /// Publication orders the writes to all objects that can be reached from the one that is published.
    /// </summary>
    Reachable = 1 << 3,

    /// <summary>A write must be justified against the values of the graph only, not those of the word's type.</summary>
    GraphValues = 1 << 4,

    /// <summary>
    /// A thread performs a write in another run if it performs an equal one anywhere there: the letter of the rule,
    /// under which a value can come out of thin air.
    /// </summary>
    AnyOccurrence = 1 << 5,

    /// <summary>
    /// A write must be justified against what a checker of compiled code can try: the values of the graph, 0 or null,
    /// and one that nobody mentions. It does not see the constants that the code compares with.
    /// </summary>
    CompiledCode = 1 << 6,

    /// <summary>
    /// The Arm64 code has the atomic instructions of LSE: no fence stands behind a failed compare-exchange.
    /// </summary>
    Lse = 1 << 7,
}
