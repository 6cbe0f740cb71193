namespace Scenarios.Seqcount;

/// <summary>What a reader of a seqcount scenario does.</summary>
internal enum ReaderMode
{
    /// <summary>One try.</summary>
    TryOnce,

    /// <summary>Retries until a snapshot is accepted.</summary>
    Retry,

    /// <summary>Two tries.</summary>
    Bounded,

    /// <summary>One decision, of two tries at most, on behalf of MM 0.</summary>
    Decide,
}
