namespace Harness.Sweeps;

/// <summary>A stride whose outcomes are counted.</summary>
internal sealed class TalliedStride(Stride stride, Tally tally) : ISwept
{
    /// <inheritdoc/>
    public int Actors => stride.Actors;

    /// <inheritdoc/>
    public void Sweep(int actor) => stride.Sweep(actor);

    /// <inheritdoc/>
    public void Collect() => stride.Collect(tally);
}
