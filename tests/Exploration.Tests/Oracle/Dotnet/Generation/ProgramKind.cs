namespace Exploration.Tests.Oracle.Dotnet.Generation;

/// <summary>What a random program is about.</summary>
internal enum ProgramKind
{
    /// <summary>Any operations on two or three words, with branches.</summary>
    Words,

    /// <summary>Each thread works on its own word and then on the next one's: what tells models apart.</summary>
    Ring,

    /// <summary>Reads and writes that repeat and replace each other, plain for the most part.</summary>
    Plain,

    /// <summary>Some statements inside a lock.</summary>
    Locks,

    /// <summary>Objects that are written, published, republished, linked and read through references.</summary>
    References,

    /// <summary>Updates for the most part, full, acquire, release and relaxed.</summary>
    Updates,

    /// <summary>Waits for a value.</summary>
    Waits,
}
