namespace Tracker.Seqcount;

/// <summary>
/// Three bits: the number wraps after eight sections, and a reader stalled across exactly eight would accept a torn
/// snapshot. For tests of the wrap with fewer sections than that.
/// </summary>
public readonly struct NarrowWidth : ISequenceWidth
{
    /// <inheritdoc/>
    public static int Bits(int naturalBits) => 3;
}
