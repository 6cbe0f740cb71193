using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>slot-untagged</c>: the head of the stack of free slots carries no tag (ABA). A slot that was taken and
/// given back between a look at its link and the compare-and-swap passes as never taken, and the link as its present
/// one.
/// </summary>
internal sealed class SlotUntagged() : ArenaCanary(
    "slot-untagged", "The head of the free slots carries no tag.", TrackerParts.Slots)
{
    public override string? Scenario => "slots";

    public override int MinWriters => 2;

    public override TResult Select<TMemory, TResult>(IMemoryVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TMemory>>();

    private readonly struct Variant<TMemory> : IMemoryVariant<TMemory>
        where TMemory : struct, IMemory
    {
        /// <summary>The step replaced: of the new head, the slot alone is stored.</summary>
        public static long CompareExchange(ref long location, long value, long comparand) =>
            TMemory.CompareExchange(ref location, (uint)value, comparand);
    }
}
