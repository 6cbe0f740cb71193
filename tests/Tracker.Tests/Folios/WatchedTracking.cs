using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Tracking;

namespace Tracker.Tests.Folios;

/// <summary>The shipped tracker, and how often it is told of a folio.</summary>
internal sealed class WatchedTracking : ITracking, IDisposable
{
    private static ITracking Shipped => TrackerWorld.Shared;

    public int Prepared { get; private set; }

    public bool IsDisposed { get; private set; }

    public SequenceFormat Format => Shipped.Format;

    public void PrepareBeside(Folio folio) => Prepared++;

    public void Dispose() => IsDisposed = true;

    public long Word(Folio folio) => Shipped.Word(folio);

    public void Set(Folio folio, AddressSpace mm, int firstPage, int count) => Shipped.Set(folio, mm, firstPage, count);

    public long Map(Folio folio, AddressSpace mm, int firstPage, int count) =>
        Shipped.Map(folio, mm, firstPage, count);

    public long Unmap(Folio folio, AddressSpace mm, int firstPage, int count, out int referencesLeft) =>
        Shipped.Unmap(folio, mm, firstPage, count, out referencesLeft);

    public ReadResult TryRead(Folio folio, out Snapshot snapshot) => Shipped.TryRead(folio, out snapshot);

    public Decision Decide(Folio folio, AddressSpace mm, int maxTries) => Shipped.Decide(folio, mm, maxTries);

    public Reuse CanReuse(Folio folio, AddressSpace mm) => Shipped.CanReuse(folio, mm);
}
