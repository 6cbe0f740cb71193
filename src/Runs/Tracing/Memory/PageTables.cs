namespace Runs.Tracing.Memory;

/// <summary>The page tables of one process: a sorted directory of tables of 512 pages.</summary>
/// <param name="pool">Where tables come from.</param>
internal sealed unsafe class PageTables(TablePool pool)
{
    private const long EntryMask = TablePool.Entries - 1;

    private long[] _numbers = new long[32];
    private nint[] _tables = new nint[32];
    private int _last;

    /// <summary>Tables in use.</summary>
    public int Count { get; private set; }

    /// <summary>The first page of a table.</summary>
    public long FirstPage(int table) => _numbers[table] << TablePool.EntriesShift;

    /// <summary>The entries of a table.</summary>
    public Span<long> this[int table] => new((long*)_tables[table], TablePool.Entries);

    /// <summary>The entry of a page, in a new table if need be.</summary>
    public ref long At(long page)
    {
        long number = page >> TablePool.EntriesShift;
        if (_last >= Count || _numbers[_last] != number)
        {
            _last = FirstFrom(number);
            if (_last == Count || _numbers[_last] != number)
            {
                Insert(_last, number);
            }
        }

        return ref ((long*)_tables[_last])[page & EntryMask];
    }

    /// <summary>
    /// Index of the first table that holds a page or one above it; <see cref="Count"/> if there is none.
    /// </summary>
    public int FirstHolding(long page) => FirstFrom(page >> TablePool.EntriesShift);

    /// <summary>The entries of one table that lie in a range of pages.</summary>
    /// <param name="table">A table at or above the one of the first page.</param>
    /// <param name="start">First page.</param>
    /// <param name="end">First page behind.</param>
    /// <returns>Empty if the table lies behind the range.</returns>
    public Span<long> Part(int table, long start, long end)
    {
        long first = FirstPage(table);
        int from = (int)Math.Max(start - first, 0);
        int to = (int)Math.Clamp(end - first, from, TablePool.Entries);
        return this[table][from..to];
    }

    /// <summary>Whether nothing is mapped in a range.</summary>
    public bool IsFree(long start, long end)
    {
        for (int table = FirstHolding(start); table < Count && FirstPage(table) < end; table++)
        {
            if (Part(table, start, end).ContainsAnyExcept(PageEntry.None))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Maps all pages of a folio from a page on.</summary>
    public void Fill(long start, int folio, int pages)
    {
        for (int page = 0; page < pages;)
        {
            ref long entry = ref At(start + page);
            int length = (int)Math.Min(pages - page, TablePool.Entries - ((start + page) & EntryMask));
            Span<long> part = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref entry, length);
            for (int index = 0; index < part.Length; index++)
            {
                part[index] = PageEntry.Of(folio, page + index);
            }

            page += length;
        }
    }

    /// <summary>Copies a table to an empty directory's end, as forking does with table after table.</summary>
    /// <returns>The copy.</returns>
    public ReadOnlySpan<long> Append(PageTables source, int table)
    {
        Insert(Count, source._numbers[table]);
        source[table].CopyTo(this[Count - 1]);
        return this[Count - 1];
    }

    /// <summary>Gives every table back.</summary>
    public void Clear()
    {
        for (int table = 0; table < Count; table++)
        {
            pool.Return((long*)_tables[table]);
        }

        Count = 0;
    }

    private int FirstFrom(long number)
    {
        int index = Array.BinarySearch(_numbers, 0, Count, number);
        return index < 0 ? ~index : index;
    }

    private void Insert(int index, long number)
    {
        if (Count == _numbers.Length)
        {
            Array.Resize(ref _numbers, 2 * Count);
            Array.Resize(ref _tables, 2 * Count);
        }

        Array.Copy(_numbers, index, _numbers, index + 1, Count - index);
        Array.Copy(_tables, index, _tables, index + 1, Count - index);
        _numbers[index] = number;
        _tables[index] = (nint)pool.Take();
        Count++;
    }
}
