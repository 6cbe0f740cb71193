namespace Exploration.Tests.Oracle.Dotnet.Traces;

/// <summary>What an event is.</summary>
internal enum EventKind
{
    Read,
    Write,
    Fence,
}
