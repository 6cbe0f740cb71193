using Atomics;
using Tracker;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Tracking;

namespace Rivals;

/// <summary>
/// Scheme <c>exact</c>: for each folio a lock and a dictionary that counts the mappings of each MM. The oracle: right
/// by construction, for orders of any size and any number of mappings.
/// </summary>
public readonly unsafe struct ExactTracking : ITracking
{
    private readonly PaddedObjects<ExactFolio> _folios;

    /// <summary>Makes the counts of an arena's folios.</summary>
    /// <param name="folios">Folios of the arena.</param>
    public ExactTracking(int folios) => _folios = new PaddedObjects<ExactFolio>(folios);

    /// <inheritdoc/>
    public SequenceFormat Format => LockedStamp.Format;

    /// <inheritdoc/>
    public long Word(Folio folio) => HardwareMemory.ReadAcquire(ref folio.State->Sequence);

    /// <inheritdoc/>
    public void PrepareBeside(Folio folio)
    {
        ExactFolio exact = _folios.Of(folio.Index);
        lock (exact.Lock)
        {
            exact.Reset();
        }
    }

    /// <inheritdoc/>
    public FolioDefect InspectBeside(Folio folio)
    {
        ExactFolio exact = _folios.Of(folio.Index);
        lock (exact.Lock)
        {
            return exact.Total == 0 ? FolioDefect.None : FolioDefect.StillMapped;
        }
    }

    /// <inheritdoc/>
    public void Set(Folio folio, AddressSpace mm, int firstPage, int count)
    {
        FolioPublication.RefuseIfPublished(folio);
        ExactFolio exact = _folios.Of(folio.Index);
        lock (exact.Lock)
        {
            exact.Add(mm.Serial, count);
        }
    }

    /// <inheritdoc/>
    public long Map(Folio folio, AddressSpace mm, int firstPage, int count)
    {
        ReferenceCount.Add<HardwareMemory>(ref folio.State->References, count);
        return Add(folio, mm, count);
    }

    /// <inheritdoc/>
    public long Unmap(Folio folio, AddressSpace mm, int firstPage, int count, out int referencesLeft)
    {
        long stamp = Add(folio, mm, -count);
        referencesLeft = ReferenceCount.Put<HardwareMemory>(ref folio.State->References, count);
        return stamp;
    }

    /// <inheritdoc/>
    public ReadResult TryRead(Folio folio, out Snapshot snapshot)
    {
        ExactFolio exact = _folios.Of(folio.Index);
        snapshot = default;
        lock (exact.Lock)
        {
            snapshot.Word = folio.State->Sequence;
            snapshot.Mapcount = exact.Total;
        }

        return ReadResult.Accepted;
    }

    /// <inheritdoc/>
    public Decision Decide(Folio folio, AddressSpace mm, int maxTries)
    {
        ExactFolio exact = _folios.Of(folio.Index);
        lock (exact.Lock)
        {
            return new Decision(exact.AnswerFor(mm.Serial, folio.Pages), Rechecked: true, folio.State->Sequence,
                exact.Total, 0);
        }
    }

    /// <inheritdoc/>
    public Reuse CanReuse(Folio folio, AddressSpace mm)
    {
        ExactFolio exact = _folios.Of(folio.Index);
        lock (exact.Lock)
        {
            // Inside the lock, so that no mapping is on its way out: a reference drops after its mapping.
            int references = HardwareMemory.ReadAcquire(ref folio.State->References);
            ReuseAnswer answer = references != exact.Total ? ReuseAnswer.OtherReferences
                : exact.AnswerFor(mm.Serial, folio.Pages) == Sharing.Exclusive ? ReuseAnswer.Reuse
                : ReuseAnswer.NotExclusive;
            return new Reuse(answer, folio.State->Sequence);
        }
    }

    private long Add(Folio folio, AddressSpace mm, int count)
    {
        ExactFolio exact = _folios.Of(folio.Index);
        lock (exact.Lock)
        {
            exact.Add(mm.Serial, count);
            return LockedStamp.Next<HardwareMemory, Stamped>(ref folio.State->Sequence);
        }
    }
}
