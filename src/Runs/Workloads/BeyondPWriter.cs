using Tracker.Tracking;

namespace Runs.Workloads;

/// <summary>A writer of <see cref="BeyondP"/>.</summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class BeyondPWriter<TTracking>(Stage<TTracking> stage, int writer)
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
            int pages = Stage.Shape.Pages;
            int mapped = Mapped(place, mm);
            if (mapped == 0)
            {
                Map(place, mm, pages);
            }
            else if (mapped == pages && Random.OneIn(2))
            {
                Map(place, mm, 1);
            }
            else
            {
                // First the page table's entries, then the one above them.
                Unmap(place, mm, Math.Min(mapped, pages));
            }
        }
    }
}
