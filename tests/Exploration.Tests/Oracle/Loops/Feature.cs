namespace Exploration.Tests.Oracle.Loops;

/// <summary>What a program was made from: each must come up often, or the comparison says nothing about it.</summary>
[Flags]
internal enum Feature
{
    None = 0,
    WaitByRead = 1 << 0,
    WaitByExchange = 1 << 1,
    WaitByCompareExchange = 1 << 2,
    WaitByOr = 1 << 3,
    WaitByAnd = 1 << 4,
    WaitByAddOfZero = 1 << 5,
    WaitByAddReturn = 1 << 6,
    ShortSpin = 1 << 7,
    LongSpin = 1 << 8,
    SpinThenPark = 1 << 9,
    LocalSurvivesTurn = 1 << 10,
    CountsTurns = 1 << 11,
    TurnWrites = 1 << 12,
    BacksOut = 1 << 13,
    TwoWordsOnePause = 1 << 14,
    TwoWordsTwoPauses = 1 << 15,
    SeveralPauses = 1 << 16,
    GrowingBackOff = 1 << 17,
    WaitOnRegister = 1 << 18,
    Lock = 1 << 19,
    TwoLocks = 1 << 20,
    TicketLock = 1 << 21,
    ThrowInLock = 1 << 22,
    ThrowInLockWithFinally = 1 << 23,
    Caught = 1 << 24,
    CatchAroundWait = 1 << 25,
    FinallyAroundWait = 1 << 26,
    HandOver = 1 << 27,
    QueueLock = 1 << 28,
    Reduced = 1 << 29,
}
