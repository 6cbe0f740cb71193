namespace Tracker.Seqcount;

/// <summary>The end of a section returns nothing: its add commutes with the adds of other writers.</summary>
public readonly struct Unstamped : IStampMode
{
    /// <inheritdoc/>
    public static bool IsStamped => false;
}
