using Runs.Recording;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Tracking;

namespace Runs.Workloads;

/// <summary>
/// Takes snapshots of random folios and asks for random MMs who maps them. It holds a reference on the folio and on the
/// MM meanwhile.
/// </summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
public sealed class Reader<TTracking>(Stage<TTracking> stage, int worker) : Worker<TTracking>(stage, worker)
    where TTracking : struct, ITracking
{
    /// <summary>
    /// Looks at one folio, so that taking and dropping the references does not cost more than looking.
    /// </summary>
    private const int SnapshotsPerFolio = 8;

    /// <summary>Tries before a snapshot or an answer is given up; the recorder lets others run in between.</summary>
    private const int MaxTries = 1024;

    /// <inheritdoc/>
    public override string Name => "reader";

    /// <inheritdoc/>
    public override void Turn()
    {
        AddressSpace found = Stage.Mms.MmAt(Random.Below(Stage.Mms.Places));
        bool hasMm = Recorder.TryHold(found, out MmHandle mm);
        for (int operations = 0; operations < OperationsPerTurn; operations += SnapshotsPerFolio)
        {
            Folio folio = Stage.Folios.FolioAt(Random.Below(Stage.Folios.Places));
            if (!folio.IsNull && Recorder<TTracking>.TryHold(folio))
            {
                LookAt(folio, hasMm, mm);
                Recorder.Drop(folio);
            }
        }

        if (hasMm)
        {
            Recorder.Drop(mm);
        }
    }

    private void LookAt(Folio folio, bool hasMm, MmHandle mm)
    {
        for (int snapshot = 0; snapshot < SnapshotsPerFolio; snapshot++)
        {
            Recorder.TrySnapshot(folio, MaxTries);
        }

        if (hasMm)
        {
            Recorder.Decide(folio, mm, MaxTries);
        }
    }
}
