using Exploration.Tests.Oracle.Dotnet.Checker;
using Exploration.Tests.Oracle.Dotnet.Notation;
using Exploration.Tests.Oracle.Dotnet.Table;

namespace Exploration.Tests.Oracle.Dotnet;

/// <summary>
/// Well-known code: its verdict under the .NET model, and the sentences that explain what is wrong with it.
/// </summary>
public class DotnetExplanationTests
{
    private const string AfterFirst = "which comes first in the program; no acquire or barrier keeps the two in order.";

    [Fact]
    public void A_ring_whose_slot_is_freed_by_a_plain_write_of_the_head() => IsExplained(
        "ring-plain-head",
        "P0 reads b = 2 at step 2, which step 5 writes later: the write of step 3 is visible before this read, which "
            + "comes first in the "
            + "program; nothing orders a plain read before a later plain write. A Volatile.Write at step 3 would.");

    [Fact]
    public void Double_checked_locking_by_a_plain_flag() => IsExplained(
        "dcl-flag",
        $"P0 reads x = 0 at step 9, although step 4 has written 1: the read of step 9 is made before that of step 8, "
            + $"{AfterFirst} "
            + "A Volatile.Read at step 8 would.");

    [Fact]
    public void A_latch_by_a_plain_index() => IsExplained(
        "latch-index",
        $"P1 reads D[0] = 0 at step 12, although step 4 has written 1: the read of step 12 is made before that of "
            + $"step 10, {AfterFirst} "
            + "A Volatile.Read at step 10 would.");

    [Fact]
    public void Petersons_lock_without_barriers() => IsExplained(
        "Peterson",
        "P0 writes t = 1 at step 6, although step 2 has written 0, which comes later in the order of the writes of t: "
            + "P1's write of step 2 "
            + "becomes visible only after it; nothing orders a write before a later read of another word. "
            + "An Interlocked.MemoryBarrier before step 3 would.",
        "P0 reads t = 0 at step 8, which step 2 wrote, although step 6 has written 1 since: in the order of the "
            + "writes of t, "
            + "step 6 comes before step 2.");

    [Theory]
    [InlineData("publish", "P1 reads A.f = 0 at step 4, although step 1 has written 1: the read of step 4 is made "
        + "before that of step 3, ", 3)]
    [InlineData("dcl-reference", "P1 reads A.f = 0 at step 9, although step 4 has written 1: the read of step 9 is "
        + "made before that of step 8, ", 8)]
    [InlineData(
        "mcs-link",
        "P1 writes B.l = 0 at step 4, although step 1 has written 1, which comes later in the order of the writes of "
            + "B.l: "
            + "the write of step 4 is made before the read of step 3, ",
        3)]
    public void What_goes_through_a_reference_passes_and_is_refuted_without_the_rules_for_objects(
        string row, string sentence, int read)
    {
        Assert.Equal(ExplorationVerdict.Passed, Explore(row, ModelName.Dotnet).Verdict);
        ExplorationResult result = Explore(row, ModelName.Rc11);
        Assert.Equal(ExplorationVerdict.Violated, result.Verdict);
        Assert.Equal(
            [$"{sentence}{AfterFirst} A Volatile.Read at step {read} would."], result.Counterexample!.Reorderings);
    }

    [Fact]
    public void A_latch_by_reference_passes_and_by_its_parts_does_not()
    {
        const string Writer = "A.x := 1; A.y := 1; p := A; B.x := 2; B.y := 2; p := B";
        const string Torn = "1:r2=1 & 1:r3=2 or 1:r2=2 & 1:r3=1 or 1:r2=0 or 1:r3=0";
        Assert.Equal(
            ExplorationVerdict.Passed,
            Explore($"{Writer} || r1 = p; if r1 != null {{ r2 = r1.x; r3 = r1.y }}", Torn, ModelName.Dotnet).Verdict);
        ExplorationResult twice = Explore(
            $"{Writer} || r1 = p; if r1 != null {{ r2 = r1.x; r4 = p; r3 = r4.y }}", Torn, ModelName.Dotnet);
        Assert.Equal(ExplorationVerdict.Violated, twice.Verdict);
        Assert.Empty(twice.Counterexample!.Reorderings);
    }

    private static void IsExplained(string row, params string[] sentences)
    {
        ExplorationResult result = Explore(row, ModelName.Dotnet);
        Assert.Equal(ExplorationVerdict.Violated, result.Verdict);
        Assert.Equal(sentences, result.Counterexample!.Reorderings);
    }

    private static ExplorationResult Explore(string name, ModelName model)
    {
        TableRow row = OpenTable.Rows.Single(row => row.Name == name);
        return Explore(new SmallScenario(row.Program, row.Condition), model);
    }

    private static ExplorationResult Explore(string program, string forbidden, ModelName model) =>
        Explore(new SmallScenario(SmallProgram.Parse(program, "p=null"), Condition.Parse(forbidden)), model);

    private static ExplorationResult Explore(SmallScenario scenario, ModelName model) =>
        Explorer.Explore(scenario, new ExplorationOptions { Model = model }, TestContext.Current.CancellationToken);
}
