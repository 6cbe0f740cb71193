namespace Tracker.Reading;

/// <summary>What a reader saw of a folio between read begin and recheck.</summary>
public struct Snapshot
{
    /// <summary>The sequence word at read begin. In an accepted snapshot it shows no writer.</summary>
    public long Word;

    /// <summary>Mappings: 0 or more in an accepted snapshot.</summary>
    public int Mapcount;

    /// <summary>The rmap values.</summary>
    public RmapValues Values;
}
