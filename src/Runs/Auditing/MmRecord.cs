using System.Runtime.CompilerServices;
using Tracker.AddressSpaces;

namespace Runs.Auditing;

/// <summary>What the audit knows of an MM: the ID that it was given, and the sub-IDs that follow from it.</summary>
public struct MmRecord
{
    /// <summary>The rmap ID that the allocator gave out for this MM.</summary>
    public int RmapId;

    /// <summary>Its sub-IDs, generated here from the ID: not the ones that the tracker uses.</summary>
    public SubIdList SubIds;

    /// <summary>Sub-IDs for each possible number of values, laid out as in <see cref="AddressSpaceState"/>.</summary>
    [InlineArray(AddressSpaceState.SubIdCount)]
    public struct SubIdList
    {
        private long _first;
    }
}
