using Tracker.Folios;
using Tracker.Reading;

namespace Runs.Auditing;

/// <summary>What the audit knows of one life of a folio: its state after the last audited section.</summary>
public struct IncarnationRecord
{
    /// <summary>The folio.</summary>
    public Folio Folio;

    /// <summary>Sequence number of the state.</summary>
    public long Number;

    /// <summary>Mappings.</summary>
    public int Mapcount;

    /// <summary>The values, modulo 2^64.</summary>
    public RmapValues Values;

    /// <summary>Who maps it.</summary>
    public HolderList? Holders;

    /// <summary>Pages, 2^order.</summary>
    public int Pages;

    /// <summary>Values in use.</summary>
    public int ValueCount;

    /// <summary>Where the sub-IDs of its class begin in <see cref="MmRecord.SubIds"/>.</summary>
    public int SubIdOffset;

    /// <summary>The MM of the first mappings, until the first audit adds them.</summary>
    public int FirstMm;

    /// <summary>The first mappings, until the first audit adds them.</summary>
    public int FirstMappings;

    /// <summary>Whether the folio's life has not ended.</summary>
    public bool IsAlive;

    /// <summary>
    /// Whether a violation has made its sections unaccountable: what is seen of it from then on proves nothing.
    /// </summary>
    public bool IsBroken;

    /// <summary>In the round being audited: whether anything was logged of it.</summary>
    public bool IsTouched;

    /// <summary>In the round being audited: its sections.</summary>
    public int Sections;

    /// <summary>In the round being audited: index of its first section, by stamp.</summary>
    public int FirstSection;

    /// <summary>In the round being audited: the first stretch of its snapshots in <see cref="LogStretches"/>.</summary>
    public int FirstSnapshots;

    /// <summary>In the round being audited: the first stretch of answers about it.</summary>
    public int FirstAnswers;
}
