namespace Runs.Tracing.Memory;

/// <summary>The areas of a process that are known: ranges of pages that do not overlap, sorted.</summary>
/// <remarks>
/// Only what a trace shows is known: not the areas that exec makes for a program, nor those of a process that was alive
/// when the trace began. Areas side by side stay apart, also where the kernel would join them.
/// </remarks>
internal sealed class AreaList
{
    private Area[] _areas = new Area[64];

    /// <summary>Areas.</summary>
    public int Count { get; private set; }

    /// <summary>Finds the area of a page.</summary>
    public bool TryFind(long page, out Area area)
    {
        int index = FirstEndingAfter(page);
        area = index < Count ? _areas[index] : default;
        return index < Count && area.Start <= page;
    }

    /// <summary>Adds an area; what it covers of others is removed.</summary>
    public void Set(long start, long end, bool isPrivate)
    {
        Remove(start, end);
        if (start < end)
        {
            Insert(FirstEndingAfter(start), new Area(start, end, isPrivate));
        }
    }

    /// <summary>Removes a range: areas in it vanish, areas that reach into it lose that part.</summary>
    public void Remove(long start, long end)
    {
        int first = FirstEndingAfter(start);
        if (start >= end || first == Count || _areas[first].Start >= end)
        {
            return;
        }

        if (_areas[first].Start < start)
        {
            Area cut = _areas[first];
            _areas[first] = cut with { End = start };
            first++;
            if (cut.End > end)
            {
                Insert(first, cut with { Start = end });
                return;
            }
        }

        int behind = first;
        while (behind < Count && _areas[behind].End <= end)
        {
            behind++;
        }

        if (behind < Count && _areas[behind].Start < end)
        {
            _areas[behind] = _areas[behind] with { Start = end };
        }

        Array.Copy(_areas, behind, _areas, first, Count - behind);
        Count -= behind - first;
    }

    /// <summary>Becomes a copy of another list.</summary>
    public void CopyFrom(AreaList other)
    {
        if (_areas.Length < other.Count)
        {
            _areas = new Area[other._areas.Length];
        }

        Array.Copy(other._areas, _areas, other.Count);
        Count = other.Count;
    }

    /// <summary>Removes every area.</summary>
    public void Clear() => Count = 0;

    private int FirstEndingAfter(long page)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_areas[middle].End <= page)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Insert(int index, Area area)
    {
        if (Count == _areas.Length)
        {
            Array.Resize(ref _areas, 2 * Count);
        }

        Array.Copy(_areas, index, _areas, index + 1, Count - index);
        _areas[index] = area;
        Count++;
    }
}
