using Tracker.Reading;

namespace Tracker.Rivals;

/// <summary>One state of a folio, never changed: each section makes the next one.</summary>
/// <param name="Stamp">Sections so far.</param>
/// <param name="Mapcount">Mappings.</param>
/// <param name="Values">The rmap values.</param>
internal sealed record FolioImage(long Stamp, int Mapcount, RmapValues Values)
{
    /// <summary>An unmapped folio.</summary>
    public static FolioImage Unmapped { get; } = new(0, 0, default);

    /// <summary>The state after one MM's mappings were added, or taken away.</summary>
    public unsafe FolioImage With(int values, long* subIds, int count)
    {
        RmapValues next = Values;
        for (int value = 0; value < values; value++)
        {
            next[value] += subIds[value] * count;
        }

        return new FolioImage(Stamp + 1, Mapcount + count, next);
    }

    /// <summary>Who maps the folio, as asked by an MM.</summary>
    public unsafe Sharing AnswerFor(int pages, int values, long* subIds)
    {
        if (Mapcount == 0)
        {
            return Sharing.Unmapped;
        }

        long difference = 0;
        for (int value = 0; value < values; value++)
        {
            difference |= Values[value] ^ (subIds[value] * Mapcount);
        }

        return Mapcount <= pages && difference == 0 ? Sharing.Exclusive : Sharing.Shared;
    }
}
