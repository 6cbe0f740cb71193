using Atomics;
using Scenarios.Selection;
using Tracker.Ids;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>id-handed-out-twice</c>: a free ID is claimed by load and store, so that two threads may get it.
/// </summary>
internal sealed class IdHandedOutTwice() : IdCanary(
    "id-handed-out-twice", "A free rmap ID is claimed by load and store.")
{
    public override string? Scenario => "ids";

    public override string? Workload => "ids";

    public override int MinWriters => 2;

    public override TResult Select<TResult>(IBitClaimVisitor<TResult> visitor) => visitor.Visit<Variant>();

    private readonly struct Variant : IBitClaim
    {
        /// <summary>The step replaced: two accesses instead of one compare-and-swap.</summary>
        public static bool TryClaim<TMemory>(ref long word, ref long seen, long bit) where TMemory : struct, IMemory
        {
            long found = TMemory.ReadAcquire(ref word);
            bool free = (found & bit) == 0;
            if (free)
            {
                TMemory.WriteRelease(ref word, found | bit);
            }

            seen = found;
            return free;
        }
    }
}
