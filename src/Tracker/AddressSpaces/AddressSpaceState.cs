using System.Runtime.InteropServices;

namespace Tracker.AddressSpaces;

/// <summary>An MM's words in native memory: what changes on the first line, its sub-IDs behind it.</summary>
[StructLayout(LayoutKind.Explicit, Size = SizeBytes)]
public unsafe struct AddressSpaceState
{
    /// <summary>Size in bytes: a line for the count, three for the sub-IDs.</summary>
    public const int SizeBytes = 256;

    /// <summary>Sub-IDs of an MM: 1 + 2 + 3 + 4 + 5 + 6, for each possible number of values.</summary>
    public const int SubIdCount = 21;

    /// <summary>References; the rmap ID goes back with the last one.</summary>
    [FieldOffset(0)]
    public int References;

    /// <summary>The rmap ID. Constant while referenced.</summary>
    [FieldOffset(4)]
    public int RmapId;

    /// <summary>Number of this MM among all that were ever made: unlike the rmap ID it is never used again.</summary>
    [FieldOffset(8)]
    public long Serial;

    /// <summary>Index in its arena.</summary>
    [FieldOffset(16)]
    public int Index;

    /// <summary>Pages that the MM maps, for the checks of debug builds alone.</summary>
    [FieldOffset(20)]
    public int Mapped;

    /// <summary>
    /// The sub-IDs, from <see cref="SubIds.SubIdScheme.OffsetOf"/> on for each number of values. Constant while
    /// referenced.
    /// </summary>
    [FieldOffset(64)]
    public fixed long SubIds[SubIdCount];
}
