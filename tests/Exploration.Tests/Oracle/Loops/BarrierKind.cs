namespace Exploration.Tests.Oracle.Loops;

/// <summary>Every barrier of the memory interface.</summary>
internal enum BarrierKind
{
    Read,
    Write,
    Full,
}
