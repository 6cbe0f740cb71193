namespace Exploration.Tests.Oracle.Dotnet.Traces;

/// <summary>A fence, and where it comes from.</summary>
internal enum FenceKind
{
    /// <summary><c>mb</c>.</summary>
    Full,

    /// <summary><c>rb</c>.</summary>
    Read,

    /// <summary><c>wb</c>.</summary>
    Write,

    /// <summary>A side of an interlocked operation that writes.</summary>
    Interlocked,

    /// <summary>A side of a compare-exchange that fails.</summary>
    FailedExchange,
}
