using Atomics;

namespace Harness.Teams;

/// <summary>How often the memory accesses of a team's threads are perturbed.</summary>
/// <param name="Name">Name in reports.</param>
/// <param name="TurnOneIn">One turn of a worker in so many is perturbed.</param>
/// <param name="HitOneIn">In it, one access in so many is hit; 0 for none.</param>
/// <param name="HoldOneIn">In it, before one access in so many the thread is held for milliseconds; 0 for
/// never.</param>
public sealed record Perturbation(string Name, int TurnOneIn, int HitOneIn, int HoldOneIn = 0)
{
    /// <summary>None: the bare hardware at full speed, the very code that a program without a checker runs.</summary>
    public static Perturbation Bare { get; } = new("bare", TurnOneIn: 1, HitOneIn: 0);

    /// <summary>
    /// Enough that readers meet writers even where all threads share one core, and not more: about 5 hits in 16 turns,
    /// which cost below a tenth of the throughput.
    /// </summary>
    public static Perturbation Light { get; } = new("light", TurnOneIn: 16, HitOneIn: 256);

    /// <summary>
    /// As <see cref="Light"/>, and some times a second a thread is held, in a write section as likely as elsewhere.
    /// </summary>
    public static Perturbation LongHold { get; } = new("longHold", TurnOneIn: 1, HitOneIn: 1000, HoldOneIn: 200_000);

    /// <summary>For canaries: about one hit in every second write section.</summary>
    public static Perturbation Heavy { get; } = new("heavy", TurnOneIn: 1, HitOneIn: 24);

    /// <summary>Whether nothing is perturbed.</summary>
    public bool IsBare => HitOneIn == 0 && HoldOneIn == 0;

    /// <summary>Decides whether the calling worker's next turn is perturbed.</summary>
    public void BeginTurn(ref Prng random)
    {
        if (IsBare)
        {
            return;
        }

        if (random.OneIn(TurnOneIn))
        {
            PerturbedMemory.Perturb((long)random.Next(), HitOneIn, HoldOneIn);
        }
        else
        {
            PerturbedMemory.Calm();
        }
    }
}
