using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace Tracker.SubIds;

/// <summary>
/// How the rmap IDs of one range of orders become sub-IDs (patch 07): the ID is cut into <see cref="Values"/> chunks of
/// <see cref="BitsPerValue"/> bits, lowest first, and bit b of a chunk weighs <see cref="Radix"/>^b.
/// </summary>
/// <param name="MinOrder">Smallest order of the class.</param>
/// <param name="MaxOrder">Largest order of the class; its folios set <see cref="Pages"/>.</param>
/// <param name="Values">Rmap values in a folio, 1 to 6; up to 8 of 32 bits.</param>
/// <param name="BitsPerValue">Bits of the ID that one value carries.</param>
public sealed record SubIdClass(int MinOrder, int MaxOrder, int Values, int BitsPerValue)
{
    /// <summary>Pages of the largest folio of the class: up to so many sub-IDs may be added without a carry.</summary>
    public int Pages => 1 << MaxOrder;

    /// <summary>
    /// Whether the radix is rounded up to a power of two, so that a sub-ID is the chunk with zero bits spread between
    /// its own.
    /// </summary>
    public bool SpreadBits { get; init; }

    /// <summary>
    /// Width of a value in bits: 64, or 32 as on a small machine. A value of 32 bits is the upper half of a word of 64
    /// whose lower half is always 0, so that sums wrap where those of 32 bits do.
    /// </summary>
    public int WordBits { get; init; } = SubIdWidths.WordBits;

    /// <summary>
    /// Weight of bit 1 of a chunk: <see cref="Pages"/> + 1, or the next power of two with <see cref="SpreadBits"/>.
    /// </summary>
    public int Radix => SpreadBits ? 2 * Pages : Pages + 1;

    /// <summary>Bits of an rmap ID that the class can tell apart, at most 24.</summary>
    public int IdBits => Math.Min(RmapId.Bits, Values * BitsPerValue);

    /// <summary>Largest rmap ID that the class can track.</summary>
    public int MaxId => (1 << IdBits) - 1;

    /// <summary>
    /// Whether <see cref="Pages"/> times the largest sub-ID fits an unsigned word: the condition under which the digits
    /// in base <see cref="Radix"/> never carry and the class is sound (docs/PROOF.md). With radix Pages + 1 the product
    /// is Radix^BitsPerValue - 1.
    /// </summary>
    public bool FitsWord() =>
        Pages * ((BigInteger.Pow(Radix, BitsPerValue) - 1) / (Radix - 1)) < BigInteger.Pow(2, WordBits);

    /// <summary>The chunk of an ID that value <paramref name="value"/> carries.</summary>
    /// <param name="id">Rmap ID.</param>
    /// <param name="value">Index of the value, 0 to <see cref="Values"/> - 1.</param>
    public int Chunk(int id, int value) => (int)(((long)id >> (value * BitsPerValue)) & ((1L << BitsPerValue) - 1));

    /// <summary>
    /// Generates the sub-ID of a chunk: the sum of Radix^b over its set bits b, modulo 2^<see cref="WordBits"/>, in the
    /// upper bits of the word.
    /// </summary>
    /// <param name="chunk">0 to 2^BitsPerValue - 1.</param>
    public long Generate(int chunk) =>
        (SpreadBits && Bmi2.X64.IsSupported ? Deposit(chunk) : AddWeights(chunk)) << (SubIdWidths.WordBits - WordBits);

    /// <summary>One instruction (PDEP): every bit of the chunk goes to the lowest bit of its counter.</summary>
    private long Deposit(int chunk)
    {
        int usedBits = BitsPerValue * BitOperations.Log2((uint)Radix);
        ulong lowestBits = (ulong.MaxValue >> (64 - usedBits)) / (uint)(Radix - 1);
        return (long)Bmi2.X64.ParallelBitDeposit((uint)chunk, lowestBits);
    }

    private long AddWeights(int chunk)
    {
        long subId = 0;
        long weight = 1;
        for (int bits = chunk; bits != 0; bits >>= 1)
        {
            if ((bits & 1) != 0)
            {
                subId = unchecked(subId + weight);
            }

            weight = unchecked(weight * Radix);
        }

        return subId;
    }
}
