using Atomics;
using Scenarios.Selection;
using Scenarios.Weakest;

namespace Scenarios.Canaries;

/// <summary>Canary <c>writer-end-relaxed</c>: the end of a section may overtake its updates.</summary>
internal sealed class WriterEndRelaxed() : WeakSectionCanary(
    "writer-end-relaxed", "A weak writer whose end orders nothing.", Protocols.Shared)
{
    public override TResult Select<TResult>(IWeakSectionVisitor<TResult> visitor) =>
        visitor.Visit<WeakSharedSection<Variant>>();

    private readonly struct Variant : IWeakOrders
    {
        /// <inheritdoc/>
        public static void AfterBegin<TMemory>() where TMemory : struct, IRelaxedMemory =>
            SufficientOrders.AfterBegin<TMemory>();

        /// <summary>The step replaced: relaxed instead of releasing.</summary>
        public static void End<TMemory>(ref long sequence, long delta) where TMemory : struct, IRelaxedMemory =>
            TMemory.AddRelaxed(ref sequence, delta);
    }
}
