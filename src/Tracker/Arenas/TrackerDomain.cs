using Atomics;
using Tracker.AddressSpaces;
using Tracker.Ids;
using Tracker.SubIds;
using Tracker.Tracking;

namespace Tracker.Arenas;

/// <summary>
/// What belongs together: a scheme of sub-IDs, a source of IDs that it can track, the tracker, and the MMs and folios
/// made for them. The arenas come from here alone, so that nobody puts folios of one scheme or protocol beside MMs of
/// another.
/// </summary>
/// <typeparam name="TMemory">The memory operations of the arenas.</typeparam>
public sealed class TrackerDomain<TMemory> : IDisposable
    where TMemory : struct, IMemory
{
    private readonly IDisposable? _beside;

    /// <summary>Allocates the memory for folios and MMs: 128 and 256 bytes each.</summary>
    /// <param name="scheme">The scheme that makes sub-IDs of an ID, and gives each order its values.</param>
    /// <param name="tracking">Who tracks the folios. Disposed with the domain, if it holds memory beside them.</param>
    /// <param name="ids">Where IDs come from. Not disposed with the domain.</param>
    /// <param name="folios">Folios at once, at least 1.</param>
    /// <param name="mms">MMs at once, at least 1.</param>
    /// <exception cref="ArgumentException">The source hands out IDs that the scheme cannot track.</exception>
    public TrackerDomain(SubIdScheme scheme, ITracking tracking, IRmapIds ids, int folios, int mms)
    {
        if (ids.MaxId > scheme.MaxId)
        {
            throw new ArgumentException(
                $"Scheme {scheme} tracks IDs up to {scheme.MaxId}; the source hands out IDs up to {ids.MaxId}.",
                nameof(ids));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(folios, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(mms, 1);
        Scheme = scheme;
        Ids = ids;
        _beside = tracking as IDisposable;
        Folios = new FolioArena<TMemory>(scheme, folios, tracking);
        Mms = new AddressSpaceArena<TMemory>(scheme, ids, mms);
    }

    /// <summary>The scheme of the folios' values and of the MMs' sub-IDs.</summary>
    public SubIdScheme Scheme { get; }

    /// <summary>Where IDs come from.</summary>
    public IRmapIds Ids { get; }

    /// <summary>The folios.</summary>
    public FolioArena<TMemory> Folios { get; }

    /// <summary>The MMs.</summary>
    public AddressSpaceArena<TMemory> Mms { get; }

    /// <summary>Frees what handles of folios and MMs point to: none may be used from here on.</summary>
    public void Dispose()
    {
        Folios.Dispose();
        Mms.Dispose();
        _beside?.Dispose();
    }
}
