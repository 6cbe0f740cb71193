using System.Runtime.CompilerServices;
using Tracker.Folios;

namespace Runs.Workloads;

/// <summary>
/// What one writer maps: at each place of the board a folio, and how many of its pages each of the writer's MMs maps.
/// </summary>
/// <param name="places">Places of the board.</param>
/// <param name="mms">MMs of the writer.</param>
internal sealed class MappingTable(int places, int mms)
{
    private readonly Folio[] _folios = new Folio[places];
    private readonly int[] _totals = new int[places];
    private readonly int[] _mappings = new int[places * mms];

    /// <summary>The folio that is mapped at a place; meaningful while <see cref="Total"/> is above 0.</summary>
    public Folio FolioAt(int place) => _folios[place];

    /// <summary>Pages mapped at a place by all MMs of the writer.</summary>
    public int Total(int place) => _totals[place];

    /// <summary>Pages mapped at a place by one MM.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Of(int place, int mm) => _mappings[(place * mms) + mm];

    /// <summary>Notes pages mapped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int place, Folio folio, int mm, int count)
    {
        _folios[place] = folio;
        _totals[place] += count;
        _mappings[(place * mms) + mm] += count;
    }

    /// <summary>Notes pages unmapped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(int place, int mm, int count)
    {
        _totals[place] -= count;
        _mappings[(place * mms) + mm] -= count;
    }
}
