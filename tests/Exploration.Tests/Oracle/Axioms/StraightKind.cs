namespace Exploration.Tests.Oracle.Axioms;

internal enum StraightKind
{
    ReadPlain,
    ReadAcquire,
    WritePlain,
    WriteRelease,
    ReadBarrier,
    WriteBarrier,
    FullBarrier,
    Exchange,
    CompareExchange,
    And,
    Or,
    AddReturn,
    Add,
    AddRelaxed,
    AddRelease,
}
