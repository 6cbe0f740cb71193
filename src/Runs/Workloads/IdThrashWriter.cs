using Runs.Recording;
using Tracker.AddressSpaces;
using Tracker.Ids;
using Tracker.Tracking;

namespace Runs.Workloads;

/// <summary>A writer of <see cref="IdThrash"/>.</summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class IdThrashWriter<TTracking>(Stage<TTracking> stage, int writer, IRmapIds? cache)
    : MappingWriter<TTracking>(stage, writer, cache)
    where TTracking : struct, ITracking
{
    /// <summary>MMs made and dropped for each one that maps something.</summary>
    private const int MadePerMapping = 8;

    private readonly MmHandle[] _made = new MmHandle[stage.Shape.MmsPerWriter];

    /// <inheritdoc/>
    public override void Turn()
    {
        for (int operation = 0; operation < OperationsPerTurn && !IsDone; operation++)
        {
            int index = Random.Below(_made.Length);
            if (!_made[index].Mm.IsNull)
            {
                Recorder.Drop(_made[index]);
                _made[index] = default;
            }
            else if (Recorder.TryMakeMm(out MmHandle mm) == MakeResult.Made)
            {
                _made[index] = mm;
            }

            if (Random.OneIn(MadePerMapping))
            {
                MapOrUnmap();
            }
        }
    }

    /// <inheritdoc/>
    public override void TearDown()
    {
        foreach (MmHandle mm in _made)
        {
            if (!mm.Mm.IsNull)
            {
                Recorder.Drop(mm);
            }
        }

        base.TearDown();
    }

    private void MapOrUnmap()
    {
        int place = Random.Below(Stage.Folios.Places);
        int mm = Random.Below(Mms);
        if (Mapped(place, mm) > 0)
        {
            UnmapAll(place, mm);
        }
        else if (MappedByAll(place) == 0)
        {
            Map(place, mm, 1);
        }
    }
}
