using Tracker.Tracking;

namespace Runs.Workloads;

/// <summary>A writer of <see cref="BeyondP"/>.</summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class BeyondPWriter<TTracking>(Stage<TTracking> stage, int writer)
    : MappingWriter<TTracking>(stage, writer)
    where TTracking : struct, ITracking
{
    /// <summary>At each place, which of its MMs maps the folio as a whole.</summary>
    private readonly bool[] _isEntire = new bool[stage.Folios.Places * stage.Shape.MmsPerWriter];

    /// <inheritdoc/>
    public override void Turn()
    {
        for (int operation = 0; operation < OperationsPerTurn; operation++)
        {
            int place = Random.Below(Stage.Folios.Places);
            int mm = Random.Below(Mms);
            bool hasEntire = IsEntire(place, mm);
            bool hasPages = Mapped(place, mm) > (hasEntire ? 1 : 0);
            if (hasEntire == hasPages)
            {
                // Neither, or both: P + 1. Either may come, and go.
                Change(place, mm, isThere: hasPages, ofEntire: Random.OneIn(2));
            }
            else
            {
                // To the other kind by way of both, or to nothing.
                bool isRemapped = Random.OneIn(2);
                Change(place, mm, isThere: !isRemapped, ofEntire: hasEntire != isRemapped);
            }
        }
    }

    /// <inheritdoc/>
    protected override void UnmapAll(int place, int mm)
    {
        if (IsEntire(place, mm))
        {
            Change(place, mm, isThere: true, ofEntire: true);
        }

        base.UnmapAll(place, mm);
    }

    private ref bool IsEntire(int place, int mm) => ref _isEntire[(place * Mms) + mm];

    /// <summary>Takes mappings of one kind away if they are there, else adds them.</summary>
    private void Change(int place, int mm, bool isThere, bool ofEntire)
    {
        int pages = Stage.Shape.Pages;
        switch (isThere, ofEntire)
        {
            case (true, true):
                IsEntire(place, mm) = false;
                UnmapEntire(place, mm);
                break;
            case (true, false):
                Unmap(place, mm, pages);
                break;
            case (false, true):
                IsEntire(place, mm) = MapEntire(place, mm);
                break;
            case (false, false):
                Map(place, mm, pages);
                break;
        }
    }
}
