namespace Exploration.Tests.Races;

/// <summary>What happens-before orders, the same under every model and with adds left unordered.</summary>
public class HappensBeforeTests
{
    /// <summary>How a sender sets the flag behind its write of the data; whether that releases.</summary>
    private static readonly (string Name, bool Releases, Action<CodeWords> Set)[] Senders =
    [
        ("release", true, words => words.ReleaseFlag(1)),
        ("write barrier, plain", true, words => { words.WriteBarrier(); words.WriteFlag(1); }),
        ("full barrier, plain", true, words => { words.FullBarrier(); words.WriteFlag(1); }),
        ("exchange", true, words => words.ExchangeFlag(1)),
        ("add", true, words => words.AddToFlag(1)),
        ("add release", true, words => words.AddReleaseToFlag(1)),
        ("add elsewhere, plain", true, words => { words.AddElsewhere(); words.WriteFlag(1); }),
        ("failed compare-and-swap, plain", true, words => { words.FailElsewhere(); words.WriteFlag(1); }),
        ("write barrier, add relaxed", true, words => { words.WriteBarrier(); words.AddRelaxedToFlag(1); }),
        ("plain", false, words => words.WriteFlag(1)),
        ("add relaxed", false, words => words.AddRelaxedToFlag(1)),
        ("read barrier, plain", false, words => { words.ReadBarrier(); words.WriteFlag(1); }),
    ];

    /// <summary>How a receiver reads the flag before it reads the data; whether that acquires.</summary>
    private static readonly (string Name, bool Acquires, Func<CodeWords, int> Get)[] Receivers =
    [
        ("acquire", true, words => words.AcquireFlag()),
        ("failed compare-and-swap", true, words => words.FailOnFlag()),
        ("plain, read barrier", true, words => Then(words.ReadFlag(), words.ReadBarrier)),
        ("plain, full barrier", true, words => Then(words.ReadFlag(), words.FullBarrier)),
        ("plain, failed compare-and-swap", true, words => Then(words.ReadFlag(), words.FailElsewhere)),
        ("plain, add elsewhere", true, words => Then(words.ReadFlag(), words.AddElsewhere)),
        ("plain", false, words => words.ReadFlag()),
        ("plain, write barrier", false, words => Then(words.ReadFlag(), words.WriteBarrier)),
    ];

    public static TheoryData<ModelName, Equivalence> Searches => new(
        from model in Enum.GetValues<ModelName>()
        from equivalence in Enum.GetValues<Equivalence>()
        select (model, equivalence));

    [Theory, MemberData(nameof(Searches))]
    public void A_release_that_is_acquired_orders_and_nothing_less(ModelName model, Equivalence equivalence) =>
        Assert.All(Senders, sender => Assert.All(Receivers, receiver => Assert.Equal(
            (sender.Name, receiver.Name, !(sender.Releases && receiver.Acquires)),
            (sender.Name, receiver.Name, Races(Message(sender.Set, receiver.Get, sum: 1), model, equivalence)))));

    [Theory, MemberData(nameof(Searches))]
    public void An_update_by_somebody_else_goes_on_with_what_was_released(ModelName model, Equivalence equivalence) =>
        Assert.All(Senders, sender => Assert.All(Receivers, receiver => Assert.Equal(
            (sender.Name, receiver.Name, !(sender.Releases && receiver.Acquires)),
            (sender.Name, receiver.Name, Races(
                [.. Message(sender.Set, receiver.Get, sum: 3), words => words.AddRelaxedToFlag(2)],
                model,
                equivalence)))));

    /// <summary>Who relays the flag by a plain read and a write of his own breaks the chain.</summary>
    [Theory, MemberData(nameof(Searches))]
    public void A_write_by_somebody_else_does_not(ModelName model, Equivalence equivalence) => Assert.True(Races(
        [
            .. Message(words => words.ReleaseFlag(1), words => words.AcquireFlag(), sum: 2),
            words => { if (words.ReadFlag() == 1) { words.ReleaseFlag(2); } },
        ],
        model,
        equivalence));

    [Theory, MemberData(nameof(Searches))]
    public void A_race_of_the_one_execution_that_reads_the_older_flag_is_found(ModelName model, Equivalence equivalence)
    {
        Action<CodeWords> sender = words => { words.WriteData(1); words.ReleaseFlag(1); };
        Action<CodeWords> Receiver(int flag) => words =>
        {
            if (words.AcquireFlag() == flag)
            {
                words.ReadData();
            }
        };
        Assert.False(Races([sender, Receiver(flag: 1)], model, equivalence));
        Assert.True(Races([sender, Receiver(flag: 0)], model, equivalence));
    }

    [Theory, MemberData(nameof(Searches))]
    public void Reads_do_not_race_and_one_actor_does_not_race_with_itself(ModelName model, Equivalence equivalence)
    {
        Assert.False(Races([words => words.ReadData(), words => words.ReadData()], model, equivalence));
        Assert.False(Races(
            [words => { words.WriteData(1); words.ReadData(); }, words => words.ReadFlag()], model, equivalence));
    }

    [Theory, MemberData(nameof(Searches))]
    public void A_race_of_actors_that_then_wait_for_ever_is_found(ModelName model, Equivalence equivalence)
    {
        Action<CodeWords> actor = words =>
        {
            words.WriteData(1);
            while (words.AcquireFlag() == 0)
            {
                words.Pause();
            }
        };
        ExplorationResult result = Explore([actor, actor], model, equivalence);
        Assert.Equal(0, result.Executions);
        Assert.Equal(
            [
                "Data race on data: P0's write plain and P1's write plain are not ordered by happens-before.",
                "Never ends: P0, P1 still wait when everybody else has finished and the last writes are visible.",
            ],
            result.Violations);
    }

    [Theory, MemberData(nameof(Searches))]
    public void A_race_that_one_order_of_adds_shows_is_found(ModelName model, Equivalence equivalence) =>
        Assert.True(Races(
            [
                words => { words.WriteData(1); words.AddElsewhere(); },
                words => { words.AddElsewhere(); words.WriteData(2); },
            ],
            model,
            equivalence));

    /// <summary>
    /// The flag orders nothing, but whoever has seen it adds later, and an add acquires from the adds before it.
    /// </summary>
    [Theory, MemberData(nameof(Searches))]
    public void Adds_that_nobody_reads_order_what_is_around_them(ModelName model, Equivalence equivalence) =>
        Assert.False(Races(
            [
                words => { words.WriteData(1); words.AddElsewhere(); words.WriteFlag(1); },
                words => { if (words.ReadFlag() == 1) { words.AddElsewhere(); words.WriteData(2); } },
            ],
            model,
            equivalence));

    private static Action<CodeWords>[] Message(Action<CodeWords> set, Func<CodeWords, int> get, int sum) =>
    [
        words =>
        {
            words.WriteData(1);
            set(words);
        },
        words =>
        {
            if (get(words) == sum)
            {
                words.ReadData();
            }
        },
    ];

    private static int Then(int value, Action fence)
    {
        fence();
        return value;
    }

    private static bool Races(Action<CodeWords>[] actors, ModelName model, Equivalence equivalence) =>
        Explore(actors, model, equivalence).Violations
            .Any(violation => violation.StartsWith("Data race on data: ", StringComparison.Ordinal));

    private static ExplorationResult Explore(Action<CodeWords>[] actors, ModelName model, Equivalence equivalence) =>
        Explorer.Explore(
            new CodeScenario(actors),
            new ExplorationOptions { Model = model, Equivalence = equivalence },
            TestContext.Current.CancellationToken);
}
