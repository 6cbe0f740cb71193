using Atomics;
using Tracker;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Tracking;

namespace Rivals;

/// <summary>
/// Scheme <c>immutable</c>: each folio's mapcount and rmap values are one immutable object, swapped by
/// compare-and-swap; a reader takes the reference and has a snapshot. Lock-free, readers never retry, and every section
/// allocates.
/// </summary>
public readonly unsafe struct ImmutableTracking : ITracking
{
    private readonly ImageSlots _images;

    /// <summary>Makes the images of an arena's folios.</summary>
    /// <param name="folios">Folios of the arena.</param>
    public ImmutableTracking(int folios) => _images = new ImageSlots(folios);

    /// <inheritdoc/>
    public SequenceFormat Format => LockedStamp.Format;

    /// <inheritdoc/>
    public long Word(Folio folio) => WordOf(Current(folio));

    /// <inheritdoc/>
    public void PrepareBeside(Folio folio) => Volatile.Write(ref _images.Of(folio.Index), FolioImage.Unmapped.Words);

    /// <inheritdoc/>
    public FolioDefect InspectBeside(Folio folio)
    {
        FolioImage image = Current(folio);
        return image.Mapcount != 0 ? FolioDefect.StillMapped
            : image.HasValueLeft ? FolioDefect.ValueLeft
            : FolioDefect.None;
    }

    /// <inheritdoc/>
    public void Set(Folio folio, AddressSpace mm, int firstPage, int count)
    {
        FolioPublication.RefuseIfPublished(folio);
        FolioImage first = FolioImage.Unmapped.With(folio.Shape.ValueCount, mm.SubIdsFor<HardwareMemory>(folio), count);
        Volatile.Write(ref _images.Of(folio.Index), first.StampedWith(0).Words);
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
        FolioImage image = Current(folio);
        snapshot = new Snapshot { Word = WordOf(image), Mapcount = image.Mapcount, Values = image.Values };
        return ReadResult.Accepted;
    }

    /// <inheritdoc/>
    public Decision Decide(Folio folio, AddressSpace mm, int maxTries)
    {
        FolioImage image = Current(folio);
        return new Decision(AnswerFor(image, folio, mm), Rechecked: true, WordOf(image), image.Mapcount, 0);
    }

    /// <inheritdoc/>
    public Reuse CanReuse(Folio folio, AddressSpace mm)
    {
        FolioImage image = Current(folio);
        int references = HardwareMemory.ReadAcquire(ref folio.State->References);

        // An image is never used again, so the same reference means that no section came in between: the collector
        // rules out the ABA that a version number would have to.
        ReuseAnswer answer = references != image.Mapcount ? ReuseAnswer.OtherReferences
            : AnswerFor(image, folio, mm) != Sharing.Exclusive ? ReuseAnswer.NotExclusive
            : !ReferenceEquals(Current(folio).Words, image.Words) ? ReuseAnswer.Changed
            : ReuseAnswer.Reuse;
        return new Reuse(answer, WordOf(image));
    }

    private static long WordOf(FolioImage image) => image.Stamp << LockedStamp.Shift;

    private static Sharing AnswerFor(FolioImage image, Folio folio, AddressSpace mm) =>
        image.AnswerFor(folio.Pages, mm.SubIdsFor<HardwareMemory>(folio));

    private FolioImage Current(Folio folio) => FolioImage.Of(Volatile.Read(ref _images.Of(folio.Index)));

    private long Add(Folio folio, AddressSpace mm, int count)
    {
        ref long[] slot = ref _images.Of(folio.Index);
        long[] seen = Volatile.Read(ref slot);
        while (true)
        {
            FolioImage next = FolioImage.Of(seen)
                .With(folio.Shape.ValueCount, mm.SubIdsFor<HardwareMemory>(folio), count);
            long[] found = Interlocked.CompareExchange(ref slot, next.Words, seen);
            if (ReferenceEquals(found, seen))
            {
                return next.Stamp;
            }

            seen = found;
        }
    }
}
