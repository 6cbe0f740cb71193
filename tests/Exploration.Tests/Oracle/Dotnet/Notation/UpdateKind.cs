namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>An interlocked operation.</summary>
internal enum UpdateKind
{
    Exchange,
    Add,
    CompareExchange,
}
