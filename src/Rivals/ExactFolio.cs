using Tracker.Reading;

namespace Rivals;

/// <summary>How often each MM maps one folio, by the MM's number, which is never used again.</summary>
internal sealed class ExactFolio
{
    /// <summary>
    /// MMs that most folios have at most: the dictionary's arrays are made together with it, so that they lie beside
    /// it.
    /// </summary>
    private const int UsualMms = 3;

    private readonly Dictionary<long, int> _counts = new(UsualMms);

    /// <summary>Held around every other member.</summary>
    public Lock Lock { get; } = new();

    /// <summary>Mappings of all MMs.</summary>
    public int Total { get; private set; }

    public void Reset()
    {
        _counts.Clear();
        Total = 0;
    }

    /// <exception cref="InvalidOperationException">More is taken away than the MM maps.</exception>
    public void Add(long mm, int count)
    {
        int mapped = _counts.GetValueOrDefault(mm) + count;
        if (mapped < 0)
        {
            throw new InvalidOperationException($"MM number {mm} unmaps {-mapped} pages more than it maps.");
        }

        Total += count;
        if (mapped == 0)
        {
            _counts.Remove(mm);
        }
        else
        {
            _counts[mm] = mapped;
        }
    }

    /// <summary>The truth for one MM, where more mappings than pages count as shared, as with every scheme.</summary>
    public Sharing AnswerFor(long mm, int pages) => Total == 0 ? Sharing.Unmapped
        : _counts.Count == 1 && Total <= pages && _counts.ContainsKey(mm) ? Sharing.Exclusive
        : Sharing.Shared;
}
