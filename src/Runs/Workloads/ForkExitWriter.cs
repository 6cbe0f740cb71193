using Runs.Recording;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Tracking;

namespace Runs.Workloads;

/// <summary>A writer of <see cref="ForkExit"/>.</summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class ForkExitWriter<TTracking>(Stage<TTracking> stage, int writer) : Worker<TTracking>(stage, writer)
    where TTracking : struct, ITracking
{
    /// <summary>Folios that a child gets: as many as it finds in so many looks.</summary>
    private const int FoliosPerChild = 8;

    /// <summary>One parent's folio in so many turns is unmapped and made anew.</summary>
    private const int RenewOneInTurns = 8;

    private readonly Folio[] _own = new Folio[stage.Folios.Places];
    private readonly Folio[] _childFolios = new Folio[FoliosPerChild];
    private readonly int[] _childMappings = new int[FoliosPerChild];
    private MmHandle _parent;

    /// <inheritdoc/>
    public override string Name => "writer";

    /// <summary>
    /// The parent maps half of a folio and a child at most a quarter, so that few of them stay below the page count.
    /// </summary>
    private int ParentPages => Stage.Shape.Pages / 2;

    private int MaxChildPages => Stage.Shape.Pages / 4;

    /// <inheritdoc/>
    public override void SetUp()
    {
        _parent = MakeMm();
        Stage.Mms.Put(Index * Stage.Shape.MmsPerWriter, _parent.Mm);
        for (int place = Index; place < _own.Length; place += Stage.Shape.Writers)
        {
            Renew(place);
        }
    }

    /// <inheritdoc/>
    public override void Turn()
    {
        if (Recorder.TryMakeMm(out MmHandle child) == Tracker.AddressSpaces.MakeResult.Made)
        {
            int place = (Index * Stage.Shape.MmsPerWriter) + Stage.Shape.MmsPerWriter - 1;
            if (Stage.Shape.MmsPerWriter > 1)
            {
                Stage.Mms.Put(place, child.Mm);
            }

            int mapped = Fork(child);
            for (int folio = 0; folio < mapped; folio++)
            {
                Fault(child, folio);
                FaultOfParent();
            }

            Exit(child, mapped);
            Recorder.Drop(child);
        }

        if (Index < _own.Length && Random.OneIn(RenewOneInTurns))
        {
            int place = OwnPlace();
            Recorder.Unmap(_own[place], _parent, 0, ParentPages);
            Renew(place);
        }
    }

    /// <inheritdoc/>
    public override void TearDown()
    {
        for (int place = Index; place < _own.Length; place += Stage.Shape.Writers)
        {
            Recorder.Unmap(_own[place], _parent, 0, ParentPages);
        }

        Recorder.Drop(_parent);
    }

    private void Renew(int place)
    {
        _own[place] = MakeFolio(_parent, ParentPages, references: 0);
        Stage.Folios.Put(place, _own[place]);
    }

    private int Fork(MmHandle child)
    {
        int mapped = 0;
        for (int look = 0; look < FoliosPerChild; look++)
        {
            Folio folio = Stage.Folios.FolioAt(Random.Below(Stage.Folios.Places));
            if (!folio.IsNull && Recorder<TTracking>.TryHold(folio))
            {
                _childFolios[mapped] = folio;
                _childMappings[mapped] = 1 + Random.Below(MaxChildPages);
                Recorder.Map(folio, child, 0, _childMappings[mapped]);
                Recorder.Drop(folio);
                mapped++;
            }
        }

        return mapped;
    }

    /// <summary>A write fault of the child: it may keep the folio, or copies one page away.</summary>
    private void Fault(MmHandle child, int index)
    {
        if (_childMappings[index] > 1 && Recorder.CanReuse(_childFolios[index], child) != ReuseAnswer.Reuse)
        {
            _childMappings[index]--;
            Recorder.Unmap(_childFolios[index], child, _childMappings[index], 1);
        }
    }

    /// <summary>A write fault of the parent, which keeps its pages either way.</summary>
    private void FaultOfParent()
    {
        if (Index < _own.Length)
        {
            Recorder.CanReuse(_own[OwnPlace()], _parent);
        }
    }

    private void Exit(MmHandle child, int mapped)
    {
        for (int index = 0; index < mapped; index++)
        {
            Recorder.Unmap(_childFolios[index], child, 0, _childMappings[index]);
        }
    }
}
