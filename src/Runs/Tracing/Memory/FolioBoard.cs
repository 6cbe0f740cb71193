namespace Runs.Tracing.Memory;

/// <summary>
/// Tells readers where folios are, and on whose behalf to ask. Hints, written plainly: they may be out of date, and
/// whoever follows one takes a reference first.
/// </summary>
/// <param name="capacity">Folios of the arena.</param>
/// <param name="writers">Workers that map and unmap.</param>
public sealed class FolioBoard(int capacity, int writers)
{
    /// <summary>Places of writers lie so far apart, in 32-bit words, that they share no pair of lines.</summary>
    private const int Stride = 32;

    private readonly int[] _lastMapper = new int[capacity];
    private readonly int[] _next = new int[(writers + 1) * Stride];
    private int _limit;

    /// <summary>All folios ever made have a lower index.</summary>
    public int Limit => Volatile.Read(ref _limit);

    /// <summary>Workers that map and unmap.</summary>
    public int Writers => writers;

    /// <summary>Index of the MM that mapped a folio last.</summary>
    public int LastMapper(int folio) => _lastMapper[folio];

    /// <summary>The folio that a worker is about to map or unmap: where readers meet writers.</summary>
    public int Next(int writer) => Volatile.Read(ref _next[(writer + 1) * Stride]);

    /// <summary>Notes that an MM is about to map a folio.</summary>
    public void NoteMapper(int folio, int mm) => _lastMapper[folio] = mm;

    /// <summary>Notes which folio a worker is about to map or unmap.</summary>
    public void NoteNext(int writer, int folio) => _next[(writer + 1) * Stride] = folio;

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
