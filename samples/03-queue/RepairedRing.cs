namespace Queue;

/// <summary>The same, repaired: a volatile store keeps the load of the item before it.</summary>
internal sealed class RepairedRing
{
    private readonly int[] _items = new int[1];
    private int _head; // The consumer's.
    private int _tail; // The producer's.

    public bool TryEnqueue(int item)
    {
        if (_tail - Volatile.Read(ref _head) == _items.Length)
        {
            return false;
        }

        _items[_tail % _items.Length] = item;
        Volatile.Write(ref _tail, _tail + 1);
        return true;
    }

    public bool TryDequeue(out int item)
    {
        item = 0;
        if (Volatile.Read(ref _tail) == _head)
        {
            return false;
        }

        item = _items[_head % _items.Length];
        Volatile.Write(ref _head, _head + 1);
        return true;
    }
}
