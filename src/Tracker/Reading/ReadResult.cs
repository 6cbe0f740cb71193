namespace Tracker.Reading;

/// <summary>How one try to read a snapshot ended.</summary>
public enum ReadResult
{
    /// <summary>The snapshot belongs to one state of the folio.</summary>
    Accepted,

    /// <summary>A writer was inside at read begin; nothing was read.</summary>
    WriterInside,

    /// <summary>The sequence word changed meanwhile; what was read may be torn.</summary>
    Changed,
}
