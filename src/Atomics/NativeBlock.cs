using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Atomics;

/// <summary>
/// A zeroed block of native memory, aligned to 128 bytes. Its address is stable until it is disposed.
/// </summary>
/// <remarks>
/// It is freed by its owner alone: addresses into it are in use where the collector does not see them. A block without
/// an owner is reported (<see cref="NativeLeaks"/>).
/// <para>
/// 128, not 64: the adjacent-line prefetcher of x86-64 fetches lines in pairs (Intel 64 optimization manual, 3.7.3),
/// and big ARM64 cores have 128-byte lines.
/// </para>
/// </remarks>
public sealed unsafe class NativeBlock : IDisposable
{
    /// <summary>Alignment of every block, in bytes.</summary>
    public const int AlignmentBytes = 128;

    private void* _start;

    /// <summary>Allocates a zeroed block.</summary>
    /// <param name="sizeBytes">Size in bytes, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is zero or negative.</exception>
    public NativeBlock(long sizeBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sizeBytes, 1);
        SizeBytes = sizeBytes;
        _start = NativeMemory.AlignedAlloc((nuint)sizeBytes, AlignmentBytes);
        NativeMemory.Clear(_start, (nuint)sizeBytes);
    }

    /// <summary>Reports a block that nobody disposed, and leaves it.</summary>
    ~NativeBlock()
    {
        // There is none if the constructor failed.
        if (_start != null)
        {
            NativeLeaks.Report(SizeBytes);
        }
    }

    /// <summary>Size in bytes.</summary>
    public long SizeBytes { get; }

    /// <summary>First byte; null once disposed.</summary>
    public byte* Start => (byte*)_start;

    /// <summary>The 64-bit word at a byte offset.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The word is not inside the block or not aligned.</exception>
    public ref long Word64(long offsetBytes) => ref *(long*)At(offsetBytes, sizeof(long));

    /// <summary>The 32-bit word at a byte offset.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The word is not inside the block or not aligned.</exception>
    public ref int Word32(long offsetBytes) => ref *(int*)At(offsetBytes, sizeof(int));

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.AlignedFree(_start);
        _start = null;
        GC.SuppressFinalize(this);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void* At(long offsetBytes, int sizeBytes)
    {
        ObjectDisposedException.ThrowIf(_start == null, this);
        if ((ulong)offsetBytes > (ulong)(SizeBytes - sizeBytes) || offsetBytes % sizeBytes != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(offsetBytes), offsetBytes,
                $"No aligned {sizeBytes}-byte word there in {SizeBytes} bytes.");
        }

        return (byte*)_start + offsetBytes;
    }
}
