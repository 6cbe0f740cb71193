namespace Tracker.Seqcount;

/// <summary>The end of a section returns its sequence number, which the audit of a run needs.</summary>
public readonly struct Stamped : IStampMode
{
    /// <inheritdoc/>
    public static bool IsStamped => true;
}
