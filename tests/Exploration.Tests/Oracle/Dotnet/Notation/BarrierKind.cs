namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>A barrier that stands in the code.</summary>
internal enum BarrierKind
{
    Full,
    Read,
    Write,
}
