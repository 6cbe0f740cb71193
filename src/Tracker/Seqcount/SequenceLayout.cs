namespace Tracker.Seqcount;

/// <summary>
/// How a protocol divides the eight bytes of its sequence word. Nobody mixes: no memory model says anything about
/// accesses of two sizes to the same bytes.
/// </summary>
public enum SequenceLayout
{
    /// <summary>One word of 64 bits.</summary>
    OneWord,

    /// <summary>Two words of 32 bits, see <see cref="SequenceHalves"/>.</summary>
    TwoWords,
}
