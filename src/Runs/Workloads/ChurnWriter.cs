using Tracker.Tracking;

namespace Runs.Workloads;

/// <summary>A writer of <see cref="Churn"/>.</summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class ChurnWriter<TTracking>(Stage<TTracking> stage, int writer)
    : MappingWriter<TTracking>(stage, writer)
    where TTracking : struct, ITracking
{
    /// <summary>One turn in so many ends with a new folio in one of the writer's places.</summary>
    private const int ReplaceOneInTurns = 4;

    /// <inheritdoc/>
    public override void Turn()
    {
        for (int operation = 0; operation < OperationsPerTurn && !IsDone; operation++)
        {
            int place = Random.Below(Stage.Folios.Places);
            int mm = Random.Below(Mms);
            int mapped = Mapped(place, mm);
            if (mapped == 0)
            {
                // Mostly at most as many mappings as pages: above that a mapcount alone answers.
                int batch = Batch();
                if (MappedByAll(place) == 0 || MappedByAll(place) + batch <= Stage.Shape.Pages / Stage.Shape.Writers)
                {
                    Map(place, mm, batch);
                }
            }
            else
            {
                Unmap(place, mm, Random.OneIn(2) ? mapped : 1 + Random.Below(mapped));
            }
        }

        if (Random.OneIn(ReplaceOneInTurns) && Index < Stage.Folios.Places)
        {
            Replace(OwnPlace());
        }
    }

    /// <summary>Single pages are the common case, up to a quarter folio is not rare.</summary>
    private int Batch() => Random.OneIn(2) ? 1 : 1 + Random.Below(Math.Max(1, Stage.Shape.Pages / 4));
}
