using System.Text.Json.Nodes;
using Stress.CommandLine;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Explore;

/// <summary><c>explore --advise</c>: what is needed, and what would repair.</summary>
public class AdviceTests
{
    [Fact]
    public void Each_operation_is_needed_with_an_execution_or_not_at_this_size()
    {
        Invoked run = Invoked.Stress("explore", "--scenario", "mms", "--advise", "--json", "-");

        Assert.Equal(ExitCode.Pass, run.ExitCode);
        JsonArray advice = run.Json["advice"]!.AsArray();
        Assert.All(advice, each => Assert.Equal(
            ["site", "operation", "weakened", "isNeeded", "execution"], each!.AsObject().Select(field => field.Key)));
        JsonNode publish = Assert.Single(advice, each => (string)each!["operation"]! == "write release")!;
        Assert.Contains("src/Tracker/AddressSpaces/AddressSpaceArena.cs:", (string)publish["site"]!,
            StringComparison.Ordinal);
        Assert.Equal("plain", (string)publish["weakened"]!);
        Assert.True((bool)publish["isNeeded"]!);
        Assert.NotEmpty(publish["execution"]!["steps"]!.AsArray());
        Assert.Contains(
            advice, each => each!["isNeeded"] is JsonValue value && !(bool)value && each["execution"] is null);
        Assert.Empty(run.Json["repairs"]!.AsArray());
    }

    [Fact]
    public void What_repairs_a_canary_is_the_step_that_it_replaced()
    {
        Invoked run = Invoked.Stress("explore", "--canary", "mm-publish-plain", "--advise", "--json", "-");

        Assert.Equal(ExitCode.Violation, run.ExitCode);
        Assert.Empty(run.Json["advice"]!.AsArray());
        JsonNode repair = Assert.Single(run.Json["repairs"]!.AsArray())!;
        JsonNode access = Assert.Single(repair["accesses"]!.AsArray())!;
        Assert.Equal("write plain", (string)access["operation"]!);
        Assert.Equal("Volatile.Write", (string)access["strengthened"]!);
        Assert.True((long)repair["executions"]! > 0);
    }

    [Fact]
    public void Without_the_option_there_is_no_field() =>
        Assert.False(Invoked.Stress("explore", "--scenario", "mms", "--json", "-").Json.ContainsKey("advice"));
}
