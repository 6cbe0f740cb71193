using Atomics;

namespace OwnSeqlock;

/// <summary>
/// A seqlock of one's own around a point (x, y) with x = y, for one writer: the version is odd while the point changes.
/// To be explored, code takes its memory operations from a type parameter; with <see cref="HardwareMemory"/> it is the
/// bare code.
/// </summary>
internal unsafe struct Seqlock<TMemory>(int* version, int* x, int* y)
    where TMemory : struct, IMemory
{
    /// <summary>Stores a point.</summary>
    public readonly void Write(int value)
    {
        int before = TMemory.ReadPlain(ref *version);
        TMemory.WritePlain(ref *version, before + 1);
        TMemory.WriteBarrier(); // The odd version is visible before the point changes.
        TMemory.WritePlain(ref *x, value);
        TMemory.WritePlain(ref *y, value);
        TMemory.WriteRelease(ref *version, before + 2); // The point is visible before the even version.
    }

    /// <summary>
    /// Broken, though often seen: a plain copy, then a volatile re-read of the version. An acquire keeps later accesses
    /// behind it; nothing keeps the copy before it.
    /// </summary>
    public readonly bool TryReadBroken(out int left, out int right)
    {
        int before = TMemory.ReadAcquire(ref *version);
        left = TMemory.ReadPlain(ref *x);
        right = TMemory.ReadPlain(ref *y);
        return before % 2 == 0 && TMemory.ReadAcquire(ref *version) == before;
    }

    /// <summary>Repaired: a read barrier keeps the copy before the re-read.</summary>
    public readonly bool TryRead(out int left, out int right)
    {
        int before = TMemory.ReadAcquire(ref *version);
        left = TMemory.ReadPlain(ref *x);
        right = TMemory.ReadPlain(ref *y);
        TMemory.ReadBarrier();
        return before % 2 == 0 && TMemory.ReadPlain(ref *version) == before;
    }
}
