namespace Exploration.Search;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014): neighbouring
/// seeds have nothing in common, and a seed means the same in every version of the runtime.
/// </summary>
internal struct DrawRandom(long seed)
{
    private ulong _state = unchecked((ulong)seed * 0xD1342543DE82EF95);

    /// <summary>A number from 0 to <paramref name="limit"/>, exclusive.</summary>
    public int Next(int limit)
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15);
        ulong mixed = _state;
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        mixed ^= mixed >> 31;
        return (int)Math.BigMul(mixed, (ulong)limit, out _);
    }
}
