namespace Exploration.Tests.Oracle.Loops;

/// <summary>Every access of the memory interface.</summary>
internal enum AccessKind
{
    ReadPlain,
    ReadAcquire,
    WritePlain,
    WriteRelease,
    Add,
    AddReturn,
    Exchange,
    CompareExchange,
    And,
    Or,
}
