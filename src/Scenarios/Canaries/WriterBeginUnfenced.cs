using Atomics;
using Scenarios.Selection;
using Scenarios.Weakest;

namespace Scenarios.Canaries;

/// <summary>Canary <c>writer-begin-unfenced</c>: updates may overtake the begin of their section.</summary>
internal sealed class WriterBeginUnfenced() : WeakSectionCanary(
    "writer-begin-unfenced", "A weak writer without the barrier behind its begin.", Protocols.Shared)
{
    public override TResult Select<TResult>(IWeakSectionVisitor<TResult> visitor) =>
        visitor.Visit<WeakSharedSection<Variant>>();

    private readonly struct Variant : IWeakOrders
    {
        /// <summary>The step replaced: no barrier.</summary>
        public static void AfterBegin<TMemory>() where TMemory : struct, IRelaxedMemory
        {
        }

        /// <inheritdoc/>
        public static void End<TMemory>(ref long sequence, long delta) where TMemory : struct, IRelaxedMemory =>
            SufficientOrders.End<TMemory>(ref sequence, delta);
    }
}
