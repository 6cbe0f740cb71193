using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Tracking;

namespace Stress.Bench.Accuracy;

/// <summary>
/// A scheme with the truth beside it. After each unmapping, one of the MMs that still map the folio asks who maps it;
/// so does each copy-on-write fault.
/// </summary>
/// <typeparam name="TTracking">The scheme.</typeparam>
internal readonly struct JudgedTracking<TTracking>(TTracking tracking, Truth truth) : ITracking
    where TTracking : struct, ITracking
{
    /// <inheritdoc/>
    public long Word(Folio folio) => tracking.Word(folio);

    /// <inheritdoc/>
    public SequenceFormat Format => tracking.Format;

    /// <inheritdoc/>
    public void PrepareBeside(Folio folio) => tracking.PrepareBeside(folio);

    /// <inheritdoc/>
    public FolioDefect InspectBeside(Folio folio) => tracking.InspectBeside(folio);

    /// <inheritdoc/>
    public void Set(Folio folio, AddressSpace mm, int firstPage, int count)
    {
        truth.Set(folio, mm, count);
        tracking.Set(folio, mm, firstPage, count);
    }

    /// <inheritdoc/>
    public long Map(Folio folio, AddressSpace mm, int firstPage, int count)
    {
        truth.Add(folio, mm, count);
        return tracking.Map(folio, mm, firstPage, count);
    }

    /// <inheritdoc/>
    public long Unmap(Folio folio, AddressSpace mm, int firstPage, int count, out int referencesLeft)
    {
        truth.Add(folio, mm, -count);
        long stamp = tracking.Unmap(folio, mm, firstPage, count, out referencesLeft);
        if (truth.TryFindMapper(folio, out AddressSpace left))
        {
            Decide(folio, left, maxTries: 1);
        }

        return stamp;
    }

    /// <inheritdoc/>
    public ReadResult TryRead(Folio folio, out Snapshot snapshot) => tracking.TryRead(folio, out snapshot);

    /// <inheritdoc/>
    public Decision Decide(Folio folio, AddressSpace mm, int maxTries)
    {
        Decision decision = tracking.Decide(folio, mm, maxTries);
        truth.Judge(folio, mm, decision.Answer);
        return decision;
    }

    /// <inheritdoc/>
    public Reuse CanReuse(Folio folio, AddressSpace mm)
    {
        Decide(folio, mm, maxTries: 1);
        Reuse reuse = tracking.CanReuse(folio, mm);
        truth.Judge(folio, mm, reuse.Answer);
        return reuse;
    }
}
