using Tracker.Tracking;

namespace Runs.Workloads;

/// <summary>A writer of <see cref="OneHot"/>: large batches, so that every digit comes near its limit.</summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class OneHotWriter<TTracking>(Stage<TTracking> stage, int writer)
    : MappingWriter<TTracking>(stage, writer)
    where TTracking : struct, ITracking
{
    /// <inheritdoc/>
    public override void Turn()
    {
        for (int operation = 0; operation < OperationsPerTurn && !IsDone; operation++)
        {
            int place = Random.Below(Stage.Folios.Places);
            int mm = Random.Below(Mms);
            int left = Stage.Shape.Pages - MappedByAll(place);
            if (Mapped(place, mm) > 0)
            {
                UnmapAll(place, mm);
            }
            else if (left > 0)
            {
                Map(place, mm, Random.OneIn(2) ? left : 1 + Random.Below(left));
            }
        }
    }
}
