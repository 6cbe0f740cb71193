using Exploration.Tests.Oracle.Axioms;

namespace Exploration.Tests;

/// <summary>
/// The full fence behind an Interlocked operation orders a later plain store of its thread, for whoever acquires that
/// store: store buffering across it is forbidden.
/// </summary>
public class FenceBehindInterlockedTests
{
    private static readonly StraightOperation ExchangeX = new(StraightKind.Exchange, 0, 1, 0);
    private static readonly StraightOperation ExchangeY = ExchangeX with { Word = 1 };
    private static readonly StraightOperation AddX = ExchangeX with { Kind = StraightKind.Add };
    private static readonly StraightOperation AddY = AddX with { Word = 1 };
    private static readonly StraightOperation ReadX = new(StraightKind.ReadPlain, 0, 0, 0);
    private static readonly StraightOperation ReadY = ReadX with { Word = 1 };
    private static readonly StraightOperation ReadZ = ReadX with { Word = 2 };
    private static readonly StraightOperation AcquireZ = ReadZ with { Kind = StraightKind.ReadAcquire };
    private static readonly StraightOperation WriteZ = new(StraightKind.WritePlain, 2, 1, 0);
    private static readonly StraightOperation ReadBarrier = new(StraightKind.ReadBarrier, 0, 0, 0);
    private static readonly StraightOperation AddRelaxedZ = new(StraightKind.AddRelaxed, 2, 1, 0);

    private static readonly StraightWord[] Words = [new("x", true), new("y", true), new("z", true)];

    public static TheoryData<string> Cases => [.. Programs.Keys];

    private static Dictionary<string, StraightOperation[][]> Programs { get; } = new()
    {
        ["exchange"] = [[ExchangeY, ReadX], [ExchangeX, WriteZ], [AcquireZ, ReadY]],
        ["exchange, read barrier"] = [[ExchangeY, ReadX], [ExchangeX, WriteZ], [ReadZ, ReadBarrier, ReadY]],
        ["add"] = [[AddY, ReadX], [AddX, WriteZ], [AcquireZ, ReadY]],
        ["add, read barrier"] = [[AddY, ReadX], [AddX, WriteZ], [ReadZ, ReadBarrier, ReadY]],
        ["relaxed add as the later store"] = [[ExchangeY, ReadX], [ExchangeX, AddRelaxedZ], [AcquireZ, ReadY]],
        ["relaxed add goes on with the store"] =
            [[ExchangeY, ReadX], [ExchangeX, WriteZ], [AddRelaxedZ], [AcquireZ, ReadY]],
        ["failed compare-and-swap"] =
            [[ExchangeY, ReadX], [ExchangeX, new(StraightKind.CompareExchange, 0, 5, 7), WriteZ], [AcquireZ, ReadY]],
    };

    [Theory, MemberData(nameof(Cases))]
    public void Is_kept_for_those_who_acquire_a_later_plain_store(string name)
    {
        StraightProgram program = new(Programs[name], Words);
        CandidateGraph[] allowed = MemoryAxioms.Executions(ModelName.Rc11, program);
        Assert.Equal(allowed.Length, Explore(program, Equivalence.Graph).Executions);
        IEnumerable<string> outcomes =
            allowed.Select(graph => graph.Outcome()).Distinct().Order(StringComparer.Ordinal);
        Assert.All(Enum.GetValues<Equivalence>(), equivalence =>
            Assert.Equal(outcomes, Explore(program, equivalence).Outcomes.Select(outcome => outcome.Outcome)));
    }

    [Theory]
    [InlineData("exchange", "P0.r0=0 P0.r1=0 P1.r0=0 P2.r0=1 P2.r1=0 x=1 y=1 z=1")]
    [InlineData("exchange, read barrier", "P0.r0=0 P0.r1=0 P1.r0=0 P2.r0=1 P2.r2=0 x=1 y=1 z=1")]
    [InlineData("add", "P0.r1=0 P2.r0=1 P2.r1=0 x=1 y=1 z=1")]
    [InlineData("add, read barrier", "P0.r1=0 P2.r0=1 P2.r2=0 x=1 y=1 z=1")]
    public void Leaves_seven_executions(string name, string forbidden)
    {
        ExplorationResult result = Explore(new(Programs[name], Words), Equivalence.Graph);
        Assert.DoesNotContain(forbidden, result.Outcomes.Select(outcome => outcome.Outcome));
        Assert.Equal(7, result.Executions);
    }

    private static ExplorationResult Explore(StraightProgram program, Equivalence equivalence) => Explorer.Explore(
        new StraightScenario(program),
        new ExplorationOptions { Model = ModelName.Rc11, Equivalence = equivalence },
        TestContext.Current.CancellationToken);
}
