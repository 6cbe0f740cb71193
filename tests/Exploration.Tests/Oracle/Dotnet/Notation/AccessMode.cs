namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>How an access is ordered.</summary>
internal enum AccessMode
{
    Plain,

    /// <summary>Acquire for a read, release for a write.</summary>
    Volatile,

    /// <summary>A half of an interlocked operation.</summary>
    Full,
}
