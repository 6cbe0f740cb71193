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
