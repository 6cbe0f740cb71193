using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>mm-publish-plain</c>: an MM's first reference is written plainly. Whoever takes one may find the ID and
/// the sub-IDs of the slot's former MM.
/// </summary>
internal sealed class MmPublishPlain() : ArenaCanary(
    "mm-publish-plain", "The first reference of an MM keeps nothing before it.", TrackerParts.Mms)
{
    public override Visibility Visibility => Visibility.WeakMemory;

    public override string? Scenario => "mms";

    public override TResult Select<TMemory, TResult>(IMemoryVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TMemory>>();

    private readonly struct Variant<TMemory> : IMemoryVariant<TMemory>
        where TMemory : struct, IMemory
    {
        /// <summary>The step replaced: plain instead of release.</summary>
        public static void WriteRelease(ref int location, int value) => TMemory.WritePlain(ref location, value);
    }
}
