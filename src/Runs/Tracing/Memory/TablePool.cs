using Atomics;

namespace Runs.Tracing.Memory;

/// <summary>Empty page tables, in native memory. Any thread may take and give back.</summary>
/// <remarks>A lock will do: a table is taken for 2 MiB of address space, not for each event.</remarks>
internal sealed unsafe class TablePool : IDisposable
{
    /// <summary>Entries of a table, as on x86-64: a table spans 2 MiB.</summary>
    public const int Entries = 1 << EntriesShift;

    /// <summary>Bits of a page's number below its table's.</summary>
    public const int EntriesShift = 9;

    private const int TablesPerBlock = 256;
    private const int TableBytes = Entries * sizeof(long);

    private readonly Lock _lock = new();
    private readonly List<NativeBlock> _blocks = [];
    private readonly Stack<nint> _free = new();

    /// <summary>Takes a table whose entries are all <see cref="PageEntry.None"/>.</summary>
    public long* Take()
    {
        lock (_lock)
        {
            if (_free.Count == 0)
            {
                AddBlock();
            }

            return (long*)_free.Pop();
        }
    }

    /// <summary>Gives a table back, whatever is in it.</summary>
    public void Return(long* table)
    {
        new Span<long>(table, Entries).Clear();
        lock (_lock)
        {
            _free.Push((nint)table);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (NativeBlock block in _blocks)
        {
            block.Dispose();
        }
    }

    private void AddBlock()
    {
        NativeBlock block = new((long)TablesPerBlock * TableBytes);
        _blocks.Add(block);
        for (int table = TablesPerBlock - 1; table >= 0; table--)
        {
            _free.Push((nint)(block.Start + ((long)table * TableBytes)));
        }
    }
}
