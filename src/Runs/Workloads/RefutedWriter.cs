using Proof.Counterexamples;
using Runs.Recording;
using Tracker;
using Tracker.Folios;
using Tracker.Ids;
using Tracker.Tracking;

namespace Runs.Workloads;

/// <summary>
/// A writer of <see cref="OneHot"/> for a class that is refuted: maps the prover's counterexample into a folio, asks
/// who maps it, and unmaps it. Its MMs never leave it.
/// </summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class RefutedWriter<TTracking> : Worker<TTracking>
    where TTracking : struct, ITracking
{
    private const int MaxTries = 1024;
    private readonly List<(MmHandle Mm, int Count)> _mappings = [];
    private readonly Counterexample _counterexample;
    private MmHandle _seemsAlone;

    /// <summary>Makes the writer.</summary>
    public RefutedWriter(Stage<TTracking> stage, int writer, Counterexample counterexample)
        : base(stage, writer,
            stage.World.Watch(new ListedIds(IdsOf(counterexample),
                new RmapIdAllocator<Atomics.HardwareMemory, AtomicBitClaim>(RmapId.Max)))) =>
        _counterexample = counterexample;

    /// <inheritdoc/>
    public override string Name => "writer";

    /// <inheritdoc/>
    public override void SetUp()
    {
        foreach (int id in IdsOf(_counterexample))
        {
            MmHandle mm = MakeMm();
            int count = _counterexample.Mappings.Where(mapping => mapping.Id == id).Sum(mapping => mapping.Count);
            _mappings.Add((mm, count));
            if (id == _counterexample.Id)
            {
                _seemsAlone = mm;
            }
        }
    }

    /// <inheritdoc/>
    public override void Turn()
    {
        Folio folio = MakeFolio(default, firstMappings: 0, references: 1);
        foreach ((MmHandle mm, int count) in _mappings)
        {
            if (count > 0)
            {
                Recorder.Map(folio, mm, 0, count);
            }
        }

        Recorder.Decide(folio, _seemsAlone, MaxTries);
        foreach ((MmHandle mm, int count) in _mappings)
        {
            if (count > 0)
            {
                Recorder.Unmap(folio, mm, 0, count);
            }
        }

        Recorder.Drop(folio);
    }

    /// <inheritdoc/>
    public override void TearDown()
    {
        foreach ((MmHandle mm, _) in _mappings)
        {
            Recorder.Drop(mm);
        }
    }

    private static int[] IdsOf(Counterexample counterexample) =>
        [.. counterexample.Mappings.Select(mapping => mapping.Id).Append(counterexample.Id).Distinct()];
}
