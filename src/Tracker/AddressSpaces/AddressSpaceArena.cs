using System.Runtime.CompilerServices;
using Atomics;
using Atomics.Programs;
using Tracker.Ids;
using Tracker.SubIds;
using Tracker.Writing;

namespace Tracker.AddressSpaces;

/// <summary>
/// Makes MMs in native memory. An MM takes its rmap ID when it is made and gives it back with its last reference (patch
/// 07: <c>mm_init</c> and <c>__mmdrop</c>). Any thread may make and drop.
/// </summary>
/// <typeparam name="TMemory">The memory operations.</typeparam>
public sealed unsafe class AddressSpaceArena<TMemory> : IDisposable
    where TMemory : struct, IMemory
{
    private readonly NativeBlock _states;
    private readonly NativeBlock _serial = new(NativeBlock.AlignmentBytes);
    private readonly FreeSlots<TMemory> _free;
    private readonly SubIdScheme _scheme;
    private readonly int _maxId;

    /// <summary>Allocates the memory for a number of MMs: 256 bytes each.</summary>
    /// <param name="scheme">The scheme that makes sub-IDs of an ID.</param>
    /// <param name="ids">Where IDs come from. Not disposed with the arena.</param>
    /// <param name="capacity">MMs at once, at least 1.</param>
    internal AddressSpaceArena(SubIdScheme scheme, IRmapIds ids, int capacity)
    {
        _scheme = scheme;
        _maxId = scheme.MaxId;
        Ids = ids;
        Capacity = capacity;
        _states = new NativeBlock((long)capacity * AddressSpaceState.SizeBytes);
        _free = new FreeSlots<TMemory>(capacity);
        for (int index = 0; index < capacity; index++)
        {
            this[index].State->Index = index;
        }
    }

    /// <summary>Where IDs come from.</summary>
    public IRmapIds Ids { get; }

    /// <summary>The shared words besides the MMs' own, for a checker that must name them.</summary>
    public IReadOnlyList<SharedLocation> Locations =>
        [new("serial", (nint)Unsafe.AsPointer(ref _serial.Word64(0)), sizeof(long)), .. _free.Locations("free MMs")];

    /// <summary>MMs at once.</summary>
    public int Capacity { get; }

    /// <summary>The MM of an index, made or not.</summary>
    /// <param name="index">0 to <see cref="Capacity"/> - 1.</param>
    public AddressSpace this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Capacity, nameof(index));
            return new AddressSpace((AddressSpaceState*)(_states.Start + ((long)index * AddressSpaceState.SizeBytes)));
        }
    }

    /// <summary>Makes an MM with one reference and an ID from the arena's source.</summary>
    public MakeResult TryMake(out AddressSpace mm) => TryMake(Ids, out mm);

    /// <summary>Makes an MM with one reference and an ID from a given source, such as a thread's cache.</summary>
    /// <param name="ids">Where the ID comes from.</param>
    /// <param name="mm">The MM, or a null handle on failure.</param>
    /// <exception cref="InvalidOperationException">The source handed out an ID that the scheme cannot
    /// track.</exception>
    public MakeResult TryMake(IRmapIds ids, out AddressSpace mm)
    {
        mm = default;
        if (!ids.TryAllocate(out int id))
        {
            return MakeResult.NoIdLeft;
        }

        // The dummy has no sub-IDs but 0, and those of an ID past the largest are another ID's.
        if (id < RmapId.Min || id > _maxId)
        {
            throw new InvalidOperationException(
                $"The source handed out the rmap ID {id}; scheme {_scheme} tracks 1 to {_maxId}.");
        }

        int slot = _free.Pop();
        if (slot < 0)
        {
            ids.Free(id);
            return MakeResult.NoMemoryLeft;
        }

        mm = this[slot];
        TMemory.WritePlain(ref mm.State->RmapId, id); // [mm-fill] published by [mm-publish]

        // Full fence, though only the number's uniqueness matters.
        long serial = TMemory.AddReturn(ref _serial.Word64(0), 1); // [mm-serial]
        TMemory.WritePlain(ref mm.State->Serial, serial); // [mm-fill]
        _scheme.FillSubIds<TMemory>(id, mm.State->SubIds);

        // Release: the ID and the sub-IDs come first; pairs with [reference-get]. Written plainly, a thread that takes
        // a reference could map with the sub-IDs of the slot's former MM.
        TMemory.WriteRelease(ref mm.State->References, 1); // [mm-publish]
        return MakeResult.Made;
    }

    /// <summary>Takes a reference unless the MM is gone.</summary>
    public static bool TryGet(AddressSpace mm) => ReferenceCount.TryGet<TMemory>(ref mm.State->References);

    /// <summary>Drops a reference; with the last one the ID goes back to the arena's source.</summary>
    /// <returns>Whether the MM is gone.</returns>
    public bool Put(AddressSpace mm) => Put(Ids, mm);

    /// <summary>Drops a reference; with the last one the ID goes back to a given source.</summary>
    /// <param name="ids">Where the ID goes, such as a thread's cache.</param>
    /// <param name="mm">The MM.</param>
    public bool Put(IRmapIds ids, AddressSpace mm)
    {
        if (ReferenceCount.Put<TMemory>(ref mm.State->References, 1) != 0)
        {
            return false;
        }

        MappingCheck.Gone<TMemory>(mm);
        // Plain: [reference-put] has ordered it before whoever fills the MM next.
        ids.Free(TMemory.ReadPlain(ref mm.State->RmapId)); // [mm-id]
        return _free.TryPush(mm.Index)
            ? true
            : throw new InvalidOperationException($"MM {mm.Index} was dropped although nobody had made it.");
    }

    /// <summary>Frees what the MMs' handles point to.</summary>
    public void Dispose()
    {
        _states.Dispose();
        _serial.Dispose();
        _free.Dispose();
    }
}
