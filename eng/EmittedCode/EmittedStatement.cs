namespace EmittedCode;

/// <summary>A statement with tagged accesses, or several that the compiler does not tell apart, and its code in one
/// method.</summary>
/// <param name="Method">Name of the method.</param>
/// <param name="Sites">The accesses, in the order of the source.</param>
/// <param name="Instructions">The instructions that come from it.</param>
public sealed record EmittedStatement(string Method, IReadOnlyList<Site> Sites, IReadOnlyList<Instruction> Instructions)
{
    /// <summary>
    /// How many of the accesses, from the first one on, belong to the statement that the code begins in. The others may
    /// have been left out, where a type parameter has decided a branch.
    /// </summary>
    public int Certain { get; init; } = Sites.Count;
}
