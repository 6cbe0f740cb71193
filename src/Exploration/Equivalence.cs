namespace Exploration;

/// <summary>Which executions count as one.</summary>
public enum Equivalence
{
    /// <summary>None: every execution graph counts.</summary>
    Graph,

    /// <summary>
    /// Those that differ only in the order of atomic adds whose result nobody uses and that nobody reads between.
    /// </summary>
    Observation,
}
