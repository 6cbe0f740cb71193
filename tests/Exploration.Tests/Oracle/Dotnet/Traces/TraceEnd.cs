namespace Exploration.Tests.Oracle.Dotnet.Traces;

/// <summary>How a run of a thread ends.</summary>
internal enum TraceEnd
{
    Returned,

    /// <summary>It went through null.</summary>
    Threw,

    /// <summary>A wait was not satisfied, or a lock was taken.</summary>
    Blocked,
}
