using CsCheck;

namespace Exploration.Tests.Oracle.Loops;

/// <summary>Straight-line statements over a few words and locals.</summary>
internal static class AccessGen
{
    public const int Locals = 4;

    private static readonly Gen<int> Value = Gen.Int[0, 2];

    private static readonly Gen<int> Local = Gen.Int[0, Locals - 1];

    private static readonly Gen<Operand> ValueOrLocal =
        Gen.Frequency((4, Value.Select(value => new Operand(value))), (1, Local.Select(Operand.Of)));

    public static readonly Gen<Condition> Condition =
        Gen.Select(Local, Gen.Bool, Value, (local, isEqual, value) => new Condition(local, isEqual, value));

    public static Gen<Statement.Access> Read(int words) => Gen.Select(
        Gen.Bool, Gen.Int[0, words - 1], Local,
        (acquires, word, target) => new Statement.Access(
            acquires ? AccessKind.ReadAcquire : AccessKind.ReadPlain, word, target));

    public static Gen<Statement.Access> Write(int words) => Gen.Select(
        Gen.Bool, Gen.Int[0, words - 1], ValueOrLocal,
        (releases, word, value) => new Statement.Access(
            releases ? AccessKind.WriteRelease : AccessKind.WritePlain, word, -1, value));

    /// <summary>An access, a barrier, an assignment.</summary>
    public static Gen<Statement> Statement(int words) => Gen.Frequency(
        (4, Read(words).Select(access => (Statement)access)),
        (6, Write(words).Select(access => (Statement)access)),
        (5, Update(words)),
        (1, Gen.Enum<BarrierKind>().Select(kind => (Statement)new Statement.Barrier(kind))),
        (1, Gen.Select(Local, ValueOrLocal, (target, value) => (Statement)new Statement.Set(target, value))),
        (1, Local.Select(target => (Statement)new Statement.Count(target))));

    private static Gen<Statement> Update(int words) => Gen.OneOf(
        Updating(AccessKind.Add, Gen.OneOf(-1, 1, 2)),
        Updating(AccessKind.AddReturn, Gen.OneOf(-1, 0, 1)),
        Updating(AccessKind.Exchange, Value),
        Gen.Select(
            Updating(AccessKind.CompareExchange, Value),
            Value,
            (update, comparand) => update with { Comparand = comparand }),
        Updating(AccessKind.And, Gen.OneOf(0, 1, 2, -2)),
        Updating(AccessKind.Or, Gen.Int[0, 3]))
        .SelectMany(_ => Gen.Select(Gen.Int[0, words - 1], Gen.Int[-1, Locals - 1]), (update, choice) =>
        {
            (int word, int target) = choice;
            return (Statement)(update with { Word = word, Target = update.Kind == AccessKind.Add ? -1 : target });
        });

    private static Gen<Statement.Access> Updating(AccessKind kind, Gen<int> operand) =>
        operand.Select(value => new Statement.Access(kind, 0, -1, value));
}
