namespace Tracker.Seqcount;

/// <summary>Every bit above the writer fields: 48, 47 or 32 of them, by protocol.</summary>
public readonly struct FullWidth : ISequenceWidth
{
    /// <inheritdoc/>
    public static int Bits(int naturalBits) => naturalBits;
}
