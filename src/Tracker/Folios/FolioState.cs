using System.Runtime.InteropServices;

namespace Tracker.Folios;

/// <summary>
/// A folio's words in native memory: one 64-byte line that writers and readers of the mappings touch, then a line for
/// the reference count, which changes independently (as in the kernel, where they are in different struct pages), and
/// for the two values that only a scheme for 32-bit machines has, where all 8 would be on one line.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = SizeBytes)]
public unsafe struct FolioState
{
    /// <summary>
    /// Size of a folio's state in bytes: two lines. A pair of lines, because prefetchers fetch pairs.
    /// </summary>
    public const int SizeBytes = 128;

    /// <summary>Where its last word ends; what follows is padding.</summary>
    public const int WordsBytes = 104;

    /// <summary>Size of the line that writers and readers of mappings touch, in bytes.</summary>
    public const int LineBytes = 64;

    /// <summary>Rmap values that the line has room for: all that a folio has on a 64-bit machine.</summary>
    public const int LineValues = 6;

    /// <summary>Most rmap values of a folio.</summary>
    public const int MaxValues = 8;

    /// <summary>
    /// The atomic seqcount's word; two words of 32 bits in some protocols, see <see cref="Seqcount.SequenceLayout"/>.
    /// </summary>
    [FieldOffset(0)]
    public long Sequence;

    /// <summary>Number of mappings minus 1, as in the kernel: -1 for an unmapped folio.</summary>
    [FieldOffset(8)]
    public int MapcountMinusOne;

    /// <summary>
    /// Page count and number of values, see <see cref="FolioShape"/>. Constant from preparing to freeing.
    /// </summary>
    [FieldOffset(12)]
    public int Shape;

    /// <summary>The rmap values: sums of sub-IDs, modulo 2^64.</summary>
    [FieldOffset(16)]
    public fixed long Values[MaxValues];

    /// <summary>References: one for each mapping, plus those that others hold. 0 for a free folio.</summary>
    [FieldOffset(80)]
    public int References;

    /// <summary>Index of the folio in its arena.</summary>
    [FieldOffset(84)]
    public int Index;

    /// <summary>
    /// Number of the folio's life, given by whoever prepared it: preparing or splitting starts a new one.
    /// </summary>
    [FieldOffset(88)]
    public long Incarnation;

    /// <summary>How many of the mappings are entire ones, see <see cref="Tracking.EntireMapping"/>.</summary>
    [FieldOffset(96)]
    public int EntireMapcount;
}
