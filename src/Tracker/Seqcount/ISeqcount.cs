using Atomics;

namespace Tracker.Seqcount;

/// <summary>
/// The writing side of an atomic seqcount (patches 06, 16 and 18): 64 bits that count active writers in the low bits
/// and finished write sections above them.
/// </summary>
/// <remarks>
/// A writer calls <see cref="WriteBegin"/>, updates the protected words, and calls <see cref="WriteEnd"/>. Where
/// several writers may be inside at once each update is an atomic add; a writer that is alone may update with plain
/// reads and writes. A reader accepts what it read if the word showed no writer before and has not changed since. The
/// members are static: a protocol is an empty struct, chosen as a type parameter.
/// </remarks>
public interface ISeqcount
{
    /// <summary>What its words look like: whoever accesses them besides this protocol keeps to it.</summary>
    static abstract SequenceFormat Format { get; }

    /// <summary>
    /// Most writers that may be inside at once (kernel-facts: CONFIG_NR_CPUS against the field's width).
    /// </summary>
    static abstract int MaxWriters { get; }

    /// <summary>
    /// Whether both ways of a section, alone and among others, come to one end, which chooses the writer to drop; the
    /// updates among others stand out of line then, because in line they have the JIT keep addresses on the stack.
    /// Else each way has an end of its own, all in line. On an AMD EPYC of the first generation, as ratios to owner
    /// tracking: <c>add-return</c> takes 1.72 with one end and 1.77 with two, <c>exclusive</c> 1.75 and 1.79,
    /// <c>two-word</c> 0.86 and 0.84, <c>patient</c> 0.89 and 0.86 (docs/COSTS.md).
    /// </summary>
    static virtual bool EndsOnce => false;

    /// <summary>Enters a write section. A full fence: the section's updates stay behind it.</summary>
    /// <returns>
    /// True if this writer is alone and may update plainly; false if every update must be an atomic add.
    /// </returns>
    static abstract bool WriteBegin<TMemory>(ref long sequence) where TMemory : struct, IMemory;

    /// <summary>Leaves a write section: the section's updates stay before it.</summary>
    /// <param name="sequence">The seqcount's word.</param>
    /// <param name="alone">What <see cref="WriteBegin"/> returned.</param>
    /// <returns>The section's stamp: the sequence number that its end made; 0 from an unstamped seqcount.</returns>
    static abstract long WriteEnd<TMemory>(ref long sequence, bool alone) where TMemory : struct, IMemory;
}
