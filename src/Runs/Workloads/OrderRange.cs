namespace Runs.Workloads;

/// <summary>The orders that folios may have.</summary>
/// <param name="Least">The smallest order, 2 to 15.</param>
/// <param name="Greatest">The largest order, not below <paramref name="Least"/>, at most 15.</param>
public readonly record struct OrderRange(int Least, int Greatest)
{
    /// <summary>One order.</summary>
    public OrderRange(int order) : this(order, order)
    {
    }

    /// <summary>Whether folios may differ.</summary>
    public bool IsMixed => Least != Greatest;

    /// <summary>As on the command line: <c>9</c> or <c>2..9</c>.</summary>
    public override string ToString() => IsMixed ? $"{Least}..{Greatest}" : $"{Least}";
}
