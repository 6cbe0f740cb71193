namespace Stress.Tracing.Replay;

/// <summary>Tells readers which folios there may be and on whose behalf to ask. Hints: they may be out of date.</summary>
/// <param name="capacity">Folios of the arena.</param>
internal sealed class FolioBoard(int capacity)
{
    private readonly int[] _lastMapper = new int[capacity];
    private int _limit;

    /// <summary>All folios ever made have a lower index.</summary>
    public int Limit => Volatile.Read(ref _limit);

    /// <summary>Index of the MM that mapped a folio last.</summary>
    public int LastMapper(int folio) => _lastMapper[folio];

    /// <summary>Notes that an MM maps a folio. Plain: a reader with an old hint asks for another MM, which is as good.</summary>
    public void NoteMapper(int folio, int mm) => _lastMapper[folio] = mm;

    /// <summary>Notes that a folio was made.</summary>
    public void NoteFolio(int folio)
    {
        int limit = Volatile.Read(ref _limit);
        while (folio >= limit)
        {
            limit = Interlocked.CompareExchange(ref _limit, folio + 1, limit);
        }
    }
}
