namespace Tracker.Seqcount;

/// <summary>
/// How many bits of the word hold the sequence number: a type-level choice, so that tests can make it wrap early.
/// </summary>
public interface ISequenceWidth
{
    /// <summary>Width in bits.</summary>
    /// <param name="naturalBits">The bits that the writer fields leave free.</param>
    static abstract int Bits(int naturalBits);
}
