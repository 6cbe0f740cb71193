namespace Runs.Tests.Tracing.Memory;

/// <summary>
/// One process of the oracle: a dictionary from pages to what is mapped there, and one from pages to areas.
/// </summary>
internal sealed class PageModel(int folioPages)
{
    public const int Small = -1;

    private static int _lastArea;
    private readonly Dictionary<long, (int Area, bool IsPrivate)> _areas = [];

    /// <summary>
    /// What is mapped: the model's own number of a folio and the page's place in it, or <see cref="Small"/>.
    /// </summary>
    public Dictionary<long, (int Folio, int Place)> Pages { get; } = [];

    public PageModel Forked()
    {
        PageModel child = new(folioPages);
        foreach ((long page, (int, bool) area) in _areas)
        {
            child._areas[page] = area;
        }

        foreach ((long page, (int, int) mapped) in Pages)
        {
            child.Pages[page] = mapped;
        }

        return child;
    }

    public void Map(long page, long pages, bool isPrivate)
    {
        Unmap(page, pages);
        _lastArea++;
        foreach (long each in Range(page, pages))
        {
            _areas[each] = (_lastArea, isPrivate);
        }
    }

    public void Unmap(long page, long pages)
    {
        Discard(page, pages);
        foreach (long each in Range(page, pages))
        {
            _areas.Remove(each);
        }
    }

    public void Discard(long page, long pages)
    {
        foreach (long each in Range(page, pages))
        {
            Pages.Remove(each);
        }
    }

    public void Read(long page) => Pages.TryAdd(page, (Small, 0));

    /// <summary>Whether the write made a new folio, of the given number.</summary>
    public bool Write(long page, int newFolio)
    {
        if (Pages.ContainsKey(page))
        {
            return false;
        }

        long start = page - (page % folioPages);
        bool fits = _areas.TryGetValue(page, out (int, bool IsPrivate) area) && area.IsPrivate
            && Range(start, folioPages).All(each => _areas.GetValueOrDefault(each) == area && !Pages.ContainsKey(each));
        if (!fits)
        {
            Pages[page] = (Small, 0);
            return false;
        }

        foreach (long each in Range(start, folioPages))
        {
            Pages[each] = (newFolio, (int)(each - start));
        }

        return true;
    }

    public void CopyAway(long page) => Pages[page] = (Small, 0);

    /// <summary>Moves a range that does not overlap its target.</summary>
    public void Move(long page, long pages, long target, long newPages)
    {
        bool isPrivate = _areas.TryGetValue(page, out (int, bool IsPrivate) area) && area.IsPrivate;
        List<(long, (int, int))> moved = [.. Range(0, Math.Min(pages, newPages))
            .Where(each => Pages.ContainsKey(page + each))
            .Select(each => (target + each, Pages[page + each]))];
        Unmap(page, pages);
        Map(target, newPages, isPrivate);
        foreach ((long each, (int, int) mapped) in moved)
        {
            Pages[each] = mapped;
        }
    }

    private static IEnumerable<long> Range(long start, long count)
    {
        for (long each = start; each < start + count; each++)
        {
            yield return each;
        }
    }
}
