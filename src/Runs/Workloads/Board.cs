using Tracker.AddressSpaces;
using Tracker.Folios;

namespace Runs.Workloads;

/// <summary>
/// Places where workers leave folios or MMs for others to find. What is found may be gone by then: whoever finds it
/// takes a reference before looking at it.
/// </summary>
/// <param name="places">Places.</param>
public sealed unsafe class Board(int places)
{
    private readonly nint[] _addresses = new nint[places];

    /// <summary>Places.</summary>
    public int Places => _addresses.Length;

    /// <summary>Leaves a folio; a null handle empties the place.</summary>
    public void Put(int place, Folio folio) => Volatile.Write(ref _addresses[place], (nint)folio.State);

    /// <summary>Leaves an MM; a null handle empties the place.</summary>
    public void Put(int place, AddressSpace mm) => Volatile.Write(ref _addresses[place], (nint)mm.State);

    /// <summary>The folio of a place; null if it is empty.</summary>
    public Folio FolioAt(int place) => new((FolioState*)Volatile.Read(ref _addresses[place]));

    /// <summary>The MM of a place; null if it is empty.</summary>
    public AddressSpace MmAt(int place) => new((AddressSpaceState*)Volatile.Read(ref _addresses[place]));
}
