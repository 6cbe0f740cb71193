using CsCheck;
using static Exploration.Tests.Oracle.Loops.Statement;

namespace Exploration.Tests.Oracle.Loops;

/// <summary>What a turn of a wait does to a word, when the wait is over, and a value that ends it.</summary>
internal sealed record Question(Statement[] Turn, Condition Done, int Word, int AnswerValue, Feature Feature)
{
    public Statement Answer => new Access(AccessKind.WriteRelease, Word, -1, AnswerValue);

    /// <summary>Asks by any operation.</summary>
    public static Gen<Question> Any(int words, int target) =>
        Gen.Select(Gen.Int[0, words - 1], Gen.Int[0, 2], Gen.Bool).SelectMany((word, value, flag) => Gen.OneOf(
            Read(word, target, value, flag),
            Read(word, target, value, flag),
            Exchange(word, target, flag),
            CompareExchange(word, target, flag),
            Or(word, target, flag),
            And(word, target),
            AddOfZero(word, target),
            AddReturn(word, target, value)));

    public static Question Read(int word, int target, int value = 0, bool acquires = true) => new(
        [new Access(acquires ? AccessKind.ReadAcquire : AccessKind.ReadPlain, word, target)],
        value == 0 ? Condition.NotEqual(target, 0) : Condition.Equal(target, value),
        word,
        value == 0 ? 1 : value,
        Feature.WaitByRead);

    /// <summary>Takes a lock that is 0 while free, or an item that is 0 while missing.</summary>
    public static Question Exchange(int word, int target, bool isLock) => new(
        [new Access(AccessKind.Exchange, word, target, isLock ? 1 : 0)],
        isLock ? Condition.Equal(target, 0) : Condition.NotEqual(target, 0),
        word,
        isLock ? 0 : 2,
        Feature.WaitByExchange);

    public static Question CompareExchange(int word, int target, bool isLock) => new(
        [new Access(AccessKind.CompareExchange, word, target, isLock ? 1 : 2, isLock ? 0 : 1)],
        Condition.Equal(target, isLock ? 0 : 1),
        word,
        isLock ? 0 : 1,
        Feature.WaitByCompareExchange);

    public static Question Or(int word, int target, bool isLock) => new(
        [new Access(AccessKind.Or, word, target, isLock ? 1 : 0)],
        isLock ? Condition.Equal(target, 0) : Condition.NotEqual(target, 0),
        word,
        isLock ? 0 : 2,
        Feature.WaitByOr);

    public static Question And(int word, int target) => new(
        [new Access(AccessKind.And, word, target, 2)], Condition.NotEqual(target, 0), word, 1, Feature.WaitByAnd);

    public static Question AddOfZero(int word, int target) => new(
        [new Access(AccessKind.Add, word, -1, 0), new Access(AccessKind.ReadAcquire, word, target)],
        Condition.NotEqual(target, 0),
        word,
        1,
        Feature.WaitByAddOfZero);

    public static Question AddReturn(int word, int target, int value) => new(
        [new Access(AccessKind.AddReturn, word, target, 0)],
        value == 0 ? Condition.NotEqual(target, 0) : Condition.Equal(target, value),
        word,
        value == 0 ? 1 : value,
        Feature.WaitByAddReturn);
}
