using CsCheck;
using static Exploration.Tests.Oracle.Loops.Statement;

namespace Exploration.Tests.Oracle.Loops;

/// <summary>Programs whose actors share a protocol: locks, a hand-over, a park behind a spin.</summary>
internal static class LockGen
{
    private const int Held = 3;
    private static readonly Pause OnePause = new(1);

    public static Gen<Piece[]> Any(int words, int actors) => Gen.OneOf(
        Locks(words, actors), Locks(words, actors), TwoLocks(words, actors), TicketLock(words, actors),
        SpinThenPark(words, actors), HandOver(words, actors), BackOut(words, actors));

    /// <summary>
    /// The queue lock of Mellor-Crummey and Scott for three actors, by index: words are the tail, then for each actor
    /// its successor and whether it must wait, then one word under the lock.
    /// </summary>
    public static LoopProgram QueueLock(bool isWide) => new(
        [
            new LoopWord("tail", isWide),
            .. Enumerable.Range(0, 3).Select(actor => new LoopWord($"next{actor}", isWide)),
            .. Enumerable.Range(0, 3).Select(actor => new LoopWord($"waits{actor}", isWide)),
            new LoopWord("data", isWide),
        ],
        AccessGen.Locals,
        [.. Enumerable.Range(0, 3).Select(QueueLock)],
        Feature.QueueLock | Feature.WaitByRead);

    private static Statement[] QueueLock(int actor)
    {
        const int Tail = 0;
        const int Next = 1;
        const int Waits = 4;
        const int Data = 7;
        int[] others = [.. Enumerable.Range(0, 3).Where(other => other != actor)];
        return
        [
            new Access(AccessKind.WritePlain, Waits + actor, -1, 1),
            new Access(AccessKind.Exchange, Tail, 0, actor + 1),
            new If(
                Condition.NotEqual(0, 0),
                [
                    .. others.Select(other => new If(
                        Condition.Equal(0, other + 1), [Store(Next + other, actor + 1)], [])),
                    Until(Waits + actor, Condition.Equal(1, 0)),
                ],
                []),
            new Access(AccessKind.ReadPlain, Data, 2),
            new Access(AccessKind.WritePlain, Data, -1, actor + 1),
            new Access(AccessKind.ReadAcquire, Next + actor, 1),
            new If(
                Condition.Equal(1, 0),
                [
                    new Access(AccessKind.CompareExchange, Tail, 3, 0, actor + 1),
                    new If(
                        Condition.NotEqual(3, actor + 1),
                        [Until(Next + actor, Condition.NotEqual(1, 0))],
                        []),
                ],
                []),
            .. others.Select(other => new If(
                Condition.Equal(1, other + 1), [Store(Waits + other, 0)], [])),
        ];

        static Loop Until(int word, Condition done) =>
            new(null, [new Access(AccessKind.ReadAcquire, word, 1), new BreakIf(done), OnePause]);
    }

    /// <summary>A body under a lock: it may throw, with or without a finally block, caught or not.</summary>
    private static Gen<Piece[]> Locks(int words, int actors) => Gen.Int[0, words - 1].SelectMany(word =>
        Gen.Select(
            TakenBy(word),
            Body(words, word),
            Gen.Int[0, 3],
            Gen.Int[0, 2],
            ReleaseOf(word),
            (taken, body, throws, catches, release) =>
            {
                Piece locked = throws switch
                {
                    0 => Piece.Of(
                        Feature.ThrowInLockWithFinally, new Try([.. body, ThrowIf], CatchKind.Nothing, [], [release])),
                    1 => Piece.Of(Feature.ThrowInLock, [.. body, ThrowIf, release]),
                    _ => Piece.Of(Feature.None, [.. body, release]),
                };
                Piece all = Piece.Join([taken, locked]);
                bool isCaught = catches > 0 && throws < 2;
                return isCaught
                    ? Piece.Of(
                        all.Features | Feature.Lock | Feature.Caught,
                        new Try(all.Body, catches == 1 ? CatchKind.Own : CatchKind.Any, [new Set(2, 1)], []))
                    : all.With(Feature.Lock);
            }).Array[actors]);

    private static readonly If ThrowIf = new(Condition.NotEqual(1, 0), [new Throw()], []);

    /// <summary>Two locks, which some take in the opposite order.</summary>
    private static Gen<Piece[]> TwoLocks(int words, int actors) => Gen.Select(
        Gen.Int[0, words - 1], Gen.Int[1, words - 1]).SelectMany((first, distance) =>
        {
            int second = (first + distance) % words;
            return Gen.Select(
                TakenBy(first), TakenBy(second), ReleaseOf(first), ReleaseOf(second), Gen.Bool,
                (takeFirst, takeSecond, releaseFirst, releaseSecond, isOpposite) =>
                {
                    Piece release = Piece.Of(Feature.TwoLocks, releaseSecond, releaseFirst);
                    return Piece.Join(isOpposite ? [takeSecond, takeFirst, release] : [takeFirst, takeSecond, release]);
                }).Array[actors];
        });

    private static Gen<Piece[]> TicketLock(int words, int actors) => Gen.Select(
        Gen.Int[0, words - 1], Gen.Int[1, words - 1]).SelectMany((tickets, distance) =>
        {
            int served = (tickets + distance) % words;
            return Body(words, tickets, served).Select(body => Piece.Of(
                Feature.TicketLock | Feature.WaitByRead,
                [
                    new Access(AccessKind.AddReturn, tickets, Held, 1),
                    new Loop(
                        null,
                        [
                            new Access(AccessKind.ReadAcquire, served, 0),
                            new Count(0),
                            new BreakIf(Condition.Equal(0, Operand.Of(Held))),
                            OnePause,
                        ]),
                    .. body,
                    new Access(AccessKind.Add, served, -1, 1),
                ])).Array[actors];
        });

    /// <summary>Goes in by counting itself, and out again if it was not the first.</summary>
    private static Gen<Piece[]> BackOut(int words, int actors) => Gen.Int[0, words - 1].SelectMany(word =>
        Body(words, word).Select(body => Piece.Of(
            Feature.BacksOut,
            [
                new Loop(
                    null,
                    [
                        new Access(AccessKind.AddReturn, word, 0, 1),
                        new BreakIf(Condition.Equal(0, 1)),
                        new Access(AccessKind.Add, word, -1, -1),
                        OnePause,
                    ]),
                .. body,
                new Access(AccessKind.Add, word, -1, -1),
            ])).Array[actors]);

    /// <summary>The first actor spins, then parks; the others set the flag and wake it if it is parked.</summary>
    private static Gen<Piece[]> SpinThenPark(int words, int actors) => Gen.Select(
        WaitGen.Turns, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, (turns, looksAgain, fencesPark, fencesFlag, usesThird) =>
        {
            const int Flag = 0;
            const int Parked = 1;
            int wake = usesThird ? words - 1 : Flag;
            Piece spin = WaitGen.Spin(Question.Read(Flag, 0), turns);
            Statement[] park =
            [
                Store(Parked, 1, fencesPark),
                .. looksAgain ? new Statement[] { new Access(AccessKind.ReadAcquire, Flag, 0) } : [],
                new If(Condition.Equal(0, 0), WaitGen.Wait(Question.Read(wake, 1), OnePause).Body, []),
            ];
            Piece waiter = Piece.Of(
                spin.Features | Feature.SpinThenPark, [.. spin.Body, new If(Condition.Equal(0, 0), park, [])]);
            Piece waker = Piece.Of(
                Feature.SpinThenPark,
                Store(Flag, 1, fencesFlag),
                new Access(AccessKind.ReadAcquire, Parked, 0),
                new If(Condition.Equal(0, 1), [Store(wake, 1)], []));
            return Enumerable.Range(0, actors).Select(actor => actor == 0 ? waiter : waker).ToArray();
        });

    /// <summary>Each waits for its number and writes the next one's.</summary>
    private static Gen<Piece[]> HandOver(int words, int actors) => Gen.Int[0, words - 1].SelectMany(word =>
        Body(words, word).Array[actors].Select(bodies => bodies.Select((body, actor) => Piece.Of(
            Feature.HandOver | Feature.WaitByRead,
            [
                .. WaitGen.Wait(Question.Read(word, Held) with { Done = Condition.Equal(Held, actor) }, OnePause).Body,
                .. body,
                Store(word, actor + 1),
            ])).ToArray()));

    private static Statement Store(int word, int value, bool isFenced = false) =>
        new Access(isFenced ? AccessKind.Exchange : AccessKind.WriteRelease, word, -1, value);

    /// <summary>Reads a word and perhaps writes it: seldom one of those that the protocol itself is about.</summary>
    private static Gen<Statement[]> Body(int words, params int[] protocol)
    {
        int data = Enumerable.Range(0, words).First(word => !protocol.Contains(word));
        return Gen.Select(
            Gen.Frequency((5, Gen.Const(data)), (1, Gen.Int[0, words - 1])),
            Gen.Bool,
            Gen.Int[1, 2],
            (word, writes, value) =>
            {
                Access read = new(AccessKind.ReadPlain, word, 1);
                return writes ? [read, new Access(AccessKind.WritePlain, word, -1, value)] : new Statement[] { read };
            });
    }

    private static Gen<Piece> TakenBy(int word) => Gen.OneOf(
        Question.Exchange(word, Held, isLock: true),
        Question.CompareExchange(word, Held, isLock: true),
        Question.Or(word, Held, isLock: true)).Select(question => WaitGen.Wait(question, OnePause));

    private static Gen<Statement> ReleaseOf(int word) => Gen.OneOf<Statement>(
        new Access(AccessKind.WriteRelease, word, -1, 0),
        new Access(AccessKind.WriteRelease, word, -1, 0),
        new Access(AccessKind.Exchange, word, -1, 0),
        new Access(AccessKind.And, word, -1, -2));
}
