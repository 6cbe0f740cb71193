using System.Runtime.CompilerServices;
using Atomics;
using Tracker.Folios;

namespace Tracker.AddressSpaces;

/// <summary>A handle to an MM: the stable address of its state.</summary>
public readonly unsafe struct AddressSpace
{
    /// <summary>Wraps the address of an MM's state.</summary>
    public AddressSpace(AddressSpaceState* state) => State = state;

    /// <summary>The MM's words.</summary>
    public AddressSpaceState* State { get; }

    /// <summary>Whether the handle names no MM.</summary>
    public bool IsNull => State == null;

    /// <summary>The rmap ID.</summary>
    public int RmapId => State->RmapId;

    /// <summary>Number of this MM among all that were ever made.</summary>
    public long Serial => State->Serial;

    /// <summary>Index in its arena.</summary>
    public int Index => State->Index;

    /// <summary>The sub-IDs that this MM adds to a folio's values, one for each value of the folio.</summary>
    /// <exception cref="ArgumentNullException">The handle names no MM.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long* SubIdsFor<TMemory>(Folio folio) where TMemory : struct, IMemory
    {
        RefuseIfNull();
        return State->SubIds + FolioShape.Read<TMemory>(folio).SubIdOffset;
    }

    /// <summary>For a caller that changes something before it asks for the sub-IDs.</summary>
    /// <exception cref="ArgumentNullException">The handle names no MM.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void RefuseIfNull()
    {
        if (State == null)
        {
            RefuseNull();
        }
    }

    private static void RefuseNull() =>
        throw new ArgumentNullException("mm", "A folio cannot be mapped by a null MM, or asked about for one.");
}
