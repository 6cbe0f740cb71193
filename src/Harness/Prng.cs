using System.Runtime.CompilerServices;

namespace Harness;

/// <summary>
/// A worker's random numbers: small enough to inline, the same for the same seed and worker.
/// </summary>
/// <remarks>wyrand (Wang Yi, github.com/wangyi-fudan/wyhash), one multiplication a number.</remarks>
public struct Prng
{
    private ulong _state;

    /// <summary>Starts the numbers of a worker.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="worker">Index of the worker.</param>
    public Prng(long seed, int worker)
    {
        _state = unchecked(((ulong)seed * 0x9E37_79B9_7F4A_7C15) + ((ulong)worker * 0xBF58_476D_1CE4_E5B9));
        Next();
    }

    /// <summary>64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        _state += 0xA076_1D64_78BD_642F;
        ulong high = Math.BigMul(_state, _state ^ 0xE703_7ED1_A0B4_28DB, out ulong low);
        return high ^ low;
    }

    /// <summary>A number from 0 to <paramref name="bound"/> - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>True once in <paramref name="times"/> on average.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool OneIn(int times) => Below(times) == 0;
}
