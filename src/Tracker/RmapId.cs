namespace Tracker;

/// <summary>The range of rmap IDs (patch 07): 24 bits, of which 0 is the dummy of the init MM.</summary>
public static class RmapId
{
    /// <summary>Bits of an ID.</summary>
    public const int Bits = 24;

    /// <summary>The ID of MMs that never map anything. It is never handed out.</summary>
    public const int Dummy = 0;

    /// <summary>Smallest ID handed out.</summary>
    public const int Min = 1;

    /// <summary>Largest ID handed out: 16 777 215.</summary>
    public const int Max = (1 << Bits) - 1;
}
