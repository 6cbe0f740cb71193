namespace Exploration.Tests.Oracle.Axioms;

internal enum GraphEventKind
{
    Read,
    Write,
    Fence,
}
