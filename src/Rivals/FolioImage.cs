using Tracker.Reading;

namespace Rivals;

/// <summary>
/// One state of a folio, never changed: each section makes the next one. An array, because it is as long as the folio
/// has values: every byte of it is allocated anew for each section.
/// </summary>
internal readonly struct FolioImage
{
    private const int StampAt = 0;
    private const int MapcountAt = 1;
    private const int FirstValue = 2;

    private FolioImage(long[] words) => Words = words;

    /// <summary>The state as an object, whose identity tells it from every other one.</summary>
    public long[] Words { get; }

    /// <summary>Sections so far.</summary>
    public long Stamp => Words[StampAt];

    /// <summary>Mappings.</summary>
    public int Mapcount => (int)Words[MapcountAt];

    /// <summary>The rmap values.</summary>
    public RmapValues Values
    {
        get
        {
            RmapValues values = default;
            for (int word = FirstValue; word < Words.Length; word++)
            {
                values[word - FirstValue] = Words[word];
            }

            return values;
        }
    }

    /// <summary>Whether a value is not 0.</summary>
    public bool HasValueLeft => Words.AsSpan(FirstValue).ContainsAnyExcept(0);

    /// <summary>An unmapped folio: no sections, and values that are all 0.</summary>
    public static FolioImage Unmapped { get; } = new(new long[FirstValue]);

    /// <summary>The state that an object is.</summary>
    public static FolioImage Of(long[] words) => new(words);

    /// <summary>The state after one MM's mappings were added, or taken away.</summary>
    /// <param name="values">Values of the folio.</param>
    /// <param name="subIds">The MM's sub-IDs, as many.</param>
    /// <param name="count">Mappings.</param>
    public unsafe FolioImage With(int values, long* subIds, int count)
    {
        long[] seen = Words;
        long[] next = new long[FirstValue + values];
        next[StampAt] = seen[StampAt] + 1;
        next[MapcountAt] = seen[MapcountAt] + count;
        for (int word = FirstValue; word < next.Length; word++)
        {
            next[word] = (word < seen.Length ? seen[word] : 0) + (subIds[word - FirstValue] * count);
        }

        return new FolioImage(next);
    }

    /// <summary>The same state, as of an earlier section.</summary>
    public FolioImage StampedWith(long stamp)
    {
        long[] words = [.. Words];
        words[StampAt] = stamp;
        return new FolioImage(words);
    }

    /// <summary>Who maps the folio, as asked by an MM.</summary>
    public unsafe Sharing AnswerFor(int pages, long* subIds)
    {
        int mapcount = Mapcount;
        if (mapcount == 0)
        {
            return Sharing.Unmapped;
        }

        long difference = 0;
        for (int word = FirstValue; word < Words.Length; word++)
        {
            difference |= Words[word] ^ (subIds[word - FirstValue] * mapcount);
        }

        return mapcount <= pages && difference == 0 ? Sharing.Exclusive : Sharing.Shared;
    }
}
