using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Atomics;

namespace Runs.Auditing;

/// <summary>A list of fixed capacity in native memory, filled by one thread: adding allocates nothing.</summary>
/// <typeparam name="T">Plain data.</typeparam>
public sealed unsafe class NativeList<T> : IDisposable
    where T : unmanaged
{
    /// <summary>Eight lines: about 20 sections, far longer than a line takes to come from memory.</summary>
    private const int FetchedAheadBytes = 512;

    private readonly NativeBlock _block;
    private readonly T* _items;
    private readonly T* _end;

    /// <summary>A pointer, not a count: an item's place needs no multiplication.</summary>
    private T* _next;

    /// <summary>Allocates room for a number of items, at least 1.</summary>
    public NativeList(int capacity)
    {
        _block = new NativeBlock((long)capacity * sizeof(T));
        _items = (T*)_block.Start;
        _next = _items;
        _end = _items + capacity;
    }

    /// <summary>Items now.</summary>
    public int Count => (int)(_next - _items);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _next == _items;

    /// <summary>Whether nothing can be added.</summary>
    public bool IsFull => _next == _end;

    /// <summary>The items.</summary>
    public Span<T> Items => new(_items, Count);

    /// <summary>Where the next item will be, if the list is not full.</summary>
    public T* Next => _next;

    /// <summary>
    /// The next item, whose fields the caller sets. The caller has made sure that the list is not full.
    /// </summary>
    /// <remarks>
    /// The item that comes some calls later is fetched ahead: an atomic operation waits for every store before it, so
    /// a write section that follows would wait for the line of the log. A fetch past the end does nothing.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* Add()
    {
        T* item = _next++;
        if (Sse.IsSupported)
        {
            Sse.Prefetch0((byte*)item + FetchedAheadBytes);
        }

        return item;
    }

    /// <summary>Forgets the items.</summary>
    public void Clear() => _next = _items;

    /// <inheritdoc/>
    public void Dispose() => _block.Dispose();
}
