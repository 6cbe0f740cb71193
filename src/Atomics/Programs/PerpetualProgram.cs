namespace Atomics.Programs;

/// <summary>
/// Two threads that run a small program again and again and never meet: where the program stores 1, iteration n stores
/// n · <see cref="Step"/> + 1, so that each value tells who stored it and when, and the outcomes can be decided
/// afterwards (PerpLE, MICRO 2020).
/// </summary>
/// <param name="Shift">Binary logarithm of <see cref="Step"/>.</param>
/// <param name="Actors">The two threads. No word is stored to by both.</param>
/// <param name="Words">What they share, 0 before the first iteration.</param>
public sealed record PerpetualProgram(int Shift, IReadOnlyList<PerpetualActor> Actors, SharedWords Words) : IDisposable
{
    /// <summary>Values of an iteration, more than the largest that the program stores.</summary>
    public int Step => 1 << Shift;

    /// <summary>Makes every word 0. No actor runs meanwhile.</summary>
    public unsafe void Reset()
    {
        foreach (SharedLocation location in Words.Locations)
        {
            *(int*)location.Address = 0;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Words.Dispose();
}
