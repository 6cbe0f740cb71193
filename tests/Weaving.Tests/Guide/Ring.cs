namespace WeavingTests.Guide;

/// <summary>A queue of one item for one producer and one consumer.</summary>
internal sealed class Ring
{
    private readonly int[] _items = new int[1];
    private int _head;
    private int _tail;

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
