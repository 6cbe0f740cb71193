using Atomics;
using Scenarios.Selection;
using Tracker.Ids;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>id-scan-never-wraps</c>: a scan that found nothing starts over where it started. An ID that was freed
/// behind it is never found.
/// </summary>
internal sealed class IdScanNeverWraps() : IdCanary(
    "id-scan-never-wraps", "A scan for a free rmap ID does not start over at the first word.")
{
    public override string? Scenario => "ids-wrap";

    // A run takes a thread that does not come back for one that waits, and ends inconclusive.
    public override string? Workload => null;

    public override int MinWriters => 2;

    public override TResult Select<TResult>(IBitClaimVisitor<TResult> visitor) => visitor.Visit<Variant>();

    private readonly struct Variant : IBitClaim
    {
        public static bool TryClaim<TMemory>(ref long word, ref long seen, long bit) where TMemory : struct, IMemory =>
            AtomicBitClaim.TryClaim<TMemory>(ref word, ref seen, bit);

        /// <summary>The step replaced: 0 is where all words are seen.</summary>
        public static int Restart(int start) => start;
    }
}
