using Runs.Auditing;
using Tracker.Ids;

namespace Runs.Worlds;

/// <summary>How large a world is and how it is watched.</summary>
/// <param name="Tracker">The tracker, as the audit sees it.</param>
/// <param name="Ids">Where IDs come from; disposed with the world.</param>
/// <param name="Folios">Folios at once.</param>
/// <param name="Mms">MMs at once.</param>
public sealed record WorldPlan(TrackerView Tracker, IRmapIds Ids, int Folios, int Mms)
{
    /// <summary>How many rmap IDs are handed out, for the check that none is left at the end.</summary>
    public Func<int> IdsOut { get; init; } = () => 0;

    /// <summary>Sequence number at which every folio's life begins.</summary>
    public long InitialSequence { get; init; }

    /// <summary>Parts that the audit may work on at once, a power of two; 0 for no audit.</summary>
    public int AuditParts { get; init; }

    /// <summary>Room for one round of one worker.</summary>
    public RoundSize RoundSize { get; init; } = RoundSize.Default;
}
