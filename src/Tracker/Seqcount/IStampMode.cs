namespace Tracker.Seqcount;

/// <summary>Whether the end of a write section returns its sequence number: a type-level choice.</summary>
public interface IStampMode
{
    /// <summary>
    /// True if the number is returned; false if the last add's result is unused, so that it commutes in the model.
    /// </summary>
    static abstract bool IsStamped { get; }
}
