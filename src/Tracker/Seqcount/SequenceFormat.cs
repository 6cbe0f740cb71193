namespace Tracker.Seqcount;

/// <summary>What a folio's sequence looks like, for whoever touches it besides its protocol.</summary>
/// <param name="Layout">How its words lie.</param>
/// <param name="WritersMask">The bits that are not zero while a writer is inside; 0 if nothing counts the
/// writers.</param>
/// <param name="Shift">Bits below the sequence number: the number is the word, unsigned, shifted right by so many. 0
/// for a scheme without numbers.</param>
public readonly record struct SequenceFormat(SequenceLayout Layout, long WritersMask, int Shift);
