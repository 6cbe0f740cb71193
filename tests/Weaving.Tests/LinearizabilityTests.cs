using Exploration;
using Weaving;

namespace WeavingTests;

public static class LinearizabilityTests
{
    public static TheoryData<string, ModelName, string> Table
    {
        get
        {
            TheoryData<string, ModelName, string> data = [];
            foreach ((string test, ModelName model, string verdict) in OpenCases.Rows("linearizability.tsv"))
            {
                data.Add(test, model, verdict);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public static void A_class_has_its_verdict(string name, ModelName model, string verdict)
    {
        foreach (string flavour in (string[])["debug", "release"])
        {
            LinearizabilityCheck check = CheckOf(flavour, name, out string program);
            ExplorationVerdict expected = verdict == "pass" ? ExplorationVerdict.Passed : ExplorationVerdict.Violated;
            Assert.Equal(expected, check.Explore(program, model).Verdict);
        }
    }

    [Fact]
    public static void Generation_finds_the_smallest_program_that_fails()
    {
        (string program, ExplorationResult result) =
            CheckOf("release", "LinStackWrong", out _).FindSmallest(calls: 3, Model.Sc)!.Value;

        Assert.Equal(2, program.Split(';', '|').Length);
        Assert.Contains(result.Violations,
            violation => violation.StartsWith("no order of the calls explains ", StringComparison.Ordinal));
    }

    [Fact]
    public static void A_right_class_passes_all_small_programs() =>
        Assert.Null(CheckOf("release", "LinStackRight", out _).FindSmallest(calls: 3, Model.Dotnet));

    [Theory]
    [InlineData("LinStackWrong", ModelName.Sc)]
    [InlineData("LinCounterWrong", ModelName.Sc)]
    public static void What_fails_among_programs_made_at_random_is_lessened_as_far_as_it_still_fails(
        string name, ModelName model)
    {
        LinearizabilityCheck check = CheckOf("release", name, out _);
        (string program, string original, ExplorationResult result) =
            check.FindRandom(programs: 200, seed: 3, calls: 5, model)!.Value;

        Assert.Equal(ExplorationVerdict.Violated, result.Verdict);
        Assert.True(program.Split(';', '|').Length <= original.Split(';', '|').Length);
        Assert.Equal(check.FindRandom(programs: 200, seed: 3, calls: 5, model)!.Value.Program, program);
        foreach (string less in LeftOut(program))
        {
            Assert.Equal(ExplorationVerdict.Passed, check.Explore(less, model).Verdict);
        }
    }

    [Fact]
    public static void A_right_class_passes_programs_made_at_random() =>
        CheckOf("release", "LinStackRight", out _).PassesRandom(programs: 10, seed: 1, calls: 4, Model.Sc);

    [Fact]
    public static void Out_parameters_are_results_and_only_marked_methods_are_operations()
    {
        LinearizabilityCheck check = Check.Linearizable<OneSlot, OneSlotSpec>();
        ExplorationResult result = check.Passes("Put 3 | TryTake").Explore("Put 3 | TryTake", Model.Sc);

        Assert.Equal(
            ["Put(3) = True | TryTake() = (False, 0)", "Put(3) = True | TryTake() = (True, 3)"],
            result.Outcomes.Select(outcome => outcome.Outcome).Order());
        Assert.Contains("the operations are Put/1, TryTake/0", Assert.Throws<ArgumentException>(
            () => check.Explore("Clear")).Message, StringComparison.Ordinal);
        check.PassesAll(calls: 3);
    }

    /// <summary>The programs without one of the calls, of those that keep two actors.</summary>
    private static IEnumerable<string> LeftOut(string program)
    {
        string[][] actors = [.. program.Split(" | ").Select(actor => actor.Split("; "))];
        for (int actor = 0; actor < actors.Length; actor++)
        {
            for (int call = 0; actors[actor].Length > 1 && call < actors[actor].Length; call++)
            {
                string[][] less = [.. actors];
                less[actor] = [.. actors[actor].Where((_, index) => index != call)];
                yield return string.Join(" | ", less.Select(calls => string.Join("; ", calls)));
            }
        }
    }

    [Fact]
    public static void A_call_that_is_none_is_refused() =>
        Assert.Contains("the operations are", Assert.Throws<ArgumentException>(
            () => CheckOf("release", "LinStackRight", out _).Explore("Push 1 | Peek")).Message,
            StringComparison.Ordinal);

    private static LinearizabilityCheck CheckOf(string flavour, string name, out string program)
    {
        WovenAssembly assembly = OpenCases.Of(flavour);
        Type type = assembly.Assembly.GetType($"Cases.{name}")!;
        program = (string)type.GetField("Program")!.GetRawConstantValue()!;
        return new LinearizabilityCheck(assembly, type.GetNestedType("Subject")!, type.GetNestedType("Spec")!);
    }
}
