using Proof;
using Proof.Counterexamples;
using Runs.Totals;
using Tracker.Ids;
using Tracker.SubIds;

namespace Runs.Workloads;

/// <summary>
/// Workload <c>one-hot</c>: every rmap ID is a power of two, so that each digit of each value is one MM's count, up to
/// the page count. For a class that the prover refutes, one writer maps its counterexample over and over.
/// </summary>
internal sealed class OneHot : Workload
{
    /// <inheritdoc/>
    public override string Name => "one-hot";

    /// <inheritdoc/>
    public override string Description => "Each digit of each value is the count of one MM.";

    /// <inheritdoc/>
    public override bool ScattersIds => false;

    /// <inheritdoc/>
    public override int DefaultMms => 24;

    /// <inheritdoc/>
    public override IRmapIds ChooseIds(SubIdScheme scheme, IRmapIds allocator) =>
        new ListedIds([.. Enumerable.Range(0, IdBits(scheme)).Select(bit => 1 << bit)], allocator);

    /// <inheritdoc/>
    public override WorkloadShape Fit(WorkloadShape shape, SubIdScheme scheme) => shape with
    {
        // At most one MM at once for each bit of the scheme's IDs.
        Mms = Math.Min(shape.Mms, IdBits(scheme)),
        Writers = Math.Min(shape.Writers, IdBits(scheme)),
    };

    private static int IdBits(SubIdScheme scheme) => int.Log2(scheme.MaxId + 1);

    /// <inheritdoc/>
    public override CountedRole CreateWriter<TTracking>(Stage<TTracking> stage, int writer)
    {
        SubIdClass subIds = stage.World.Folios.Scheme.ClassOf(stage.Shape.Order);
        Counterexample? counterexample = writer == 0
            ? ClassProver.Prove(subIds, stage.Shape.Order).Refutation?.Main
            : null;
        return counterexample is null
            ? new OneHotWriter<TTracking>(stage, writer)
            : new RefutedWriter<TTracking>(stage, writer, counterexample);
    }
}
