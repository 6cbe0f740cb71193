namespace Exploration.Races;

/// <summary>
/// Vector clocks of one actor (Lamport 1978, Mattern 1988): of each actor, how many of its operations happen before the
/// point that this actor has reached.
/// </summary>
internal sealed class ActorClock(int thread, int threads)
{
    private readonly int[] _read = new int[threads];
    private readonly int[] _fenced = new int[threads];

    /// <summary>What happens before the actor's next operation.</summary>
    public int[] Seen { get; } = new int[threads];

    /// <summary>Operations begun.</summary>
    public int Position => Seen[thread];

    /// <summary>Back to the start.</summary>
    public void Clear()
    {
        Array.Clear(Seen);
        Array.Clear(_read);
        Array.Clear(_fenced);
    }

    /// <summary>Begins the next operation.</summary>
    public void Begin() => Seen[thread]++;

    /// <summary>An acquire fence: what has been read is acquired.</summary>
    public void AcquireFence() => Join(Seen, _read);

    /// <summary>A release fence: later plain writes release what happens before it.</summary>
    public void ReleaseFence() => Seen.CopyTo(_fenced, 0);

    /// <summary>Reads a write.</summary>
    /// <param name="released">What the write has released.</param>
    /// <param name="acquires">Whether the read acquires it now; if not, a later fence may.</param>
    public void Read(int[] released, bool acquires) => Join(acquires ? Seen : _read, released);

    /// <summary>What a write releases by itself, or by the fence before it.</summary>
    public void Write(int[] released, bool releases) => Join(released, releases ? Seen : _fenced);

    /// <summary>Makes a clock that knows what either knows.</summary>
    public static void Join(int[] clock, int[] other)
    {
        for (int index = 0; index < clock.Length; index++)
        {
            clock[index] = Math.Max(clock[index], other[index]);
        }
    }
}
