namespace Stress.Bench.Ratios;

/// <summary>A loop over one operation, uncontended. The call is virtual, the loop is not.</summary>
/// <param name="Name">What it does, as printed.</param>
internal abstract record Kernel(string Name)
{
    /// <summary>Runs the loop.</summary>
    /// <param name="pairs">Pairs of operations: one that maps and one that unmaps, or two reads.</param>
    public abstract void Run(int pairs);
}
