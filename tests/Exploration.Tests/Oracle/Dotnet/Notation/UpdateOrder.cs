namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>What an update orders besides being atomic. C# has full ones only.</summary>
internal enum UpdateOrder
{
    /// <summary>An interlocked operation: a full fence on either side.</summary>
    Full,

    /// <summary>Its read acquires.</summary>
    Acquire,

    /// <summary>Its write releases; where it does not write, nothing.</summary>
    Release,

    /// <summary>Nothing.</summary>
    Relaxed,
}
