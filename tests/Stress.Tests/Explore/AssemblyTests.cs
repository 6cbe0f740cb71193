using System.Text.Json.Nodes;
using Stress.CommandLine;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Explore;

/// <summary>What <c>explore --assembly</c> and <c>run --assembly</c> promise to scripts.</summary>
public class AssemblyTests
{
    private static readonly string Cases = Repository.PathOf("artifacts", "bin", "Cases", "release", "OpenCases.dll");

    [Fact]
    public void A_class_has_a_result_for_each_model_and_the_worst_is_the_exit_code()
    {
        Invoked run = Explore("Probes.DekkerVolatileBroken", "--model", "all");

        Assert.Equal(ExitCode.Violation, run.ExitCode);
        Assert.Equal("violation", (string)run.Json["verdict"]!);
        JsonObject[] results = [.. run.Json["results"]!.AsArray().Select(result => result!.AsObject())];
        Assert.Equal(
            ["sc pass", "tso violation", "dotnet violation", "rc11 violation"],
            results.Select(result => $"{result["model"]} {result["verdict"]}"));
        Assert.All(results, result => Assert.Equal("Probes.DekkerVolatileBroken", (string)result["class"]!));
        Assert.Contains("both are in", results[1]["violations"]!.AsArray().Select(violation => (string)violation!));
    }

    [Fact]
    public void A_refusal_says_member_site_reason_and_remedy()
    {
        Invoked run = Explore("Cases.RefuseClock", "--model", "sc");

        Assert.Equal(ExitCode.UnsupportedHost, run.ExitCode);
        JsonNode refusal = Assert.Single(Only(run)["refusals"]!.AsArray())!;
        Assert.Equal("RefuseClock.Actor0", (string)refusal["member"]!);
        Assert.StartsWith("Refusals.cs:", (string)refusal["site"]!, StringComparison.Ordinal);
        Assert.Contains("System.Environment.get_TickCount64", (string)refusal["reason"]!, StringComparison.Ordinal);
        Assert.NotEmpty((string)refusal["remedy"]!);
    }

    [Fact]
    public void Primitives_of_synchronization_are_not_copied() => Explore(
        "Cases.TreiberFixed", "--include", "System.Threading")
        .AssertRefused("--include System.Threading", "one by one");

    [Fact]
    public void A_data_race_is_listed_apart_if_asked_for()
    {
        Assert.Empty(Only(Explore("Probes.StaticCountBroken", "--model", "sc"))["races"]!.AsArray());
        JsonObject raced = Only(Explore("Probes.StaticCountBroken", "--model", "sc", "--races"));
        Assert.StartsWith("Data race on StaticCountBroken.s_count", (string)raced["races"]![0]!,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_ends_with_its_time_budget_also_where_executions_are_far_between()
    {
        // Two adds to a list without a lock: few executions, if any, and dead ends between.
        Invoked run = Explore("Included.ListBroken", "--include", "System.Collections.Generic", "--model", "dotnet",
            "--time-budget", "500ms");

        Assert.NotEqual(ExitCode.Pass, run.ExitCode);
        Assert.Contains("the time budget of 0.5 s was spent", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wait_by_a_plain_read_is_a_warning_and_no_verdict()
    {
        JsonObject result = Only(Explore("Kinds.PlainWaitFixed", "--model", "sc"));
        Assert.Equal("pass", (string)result["verdict"]!);
        Assert.Contains("waits for PlainWaitFixed.State.Ready by a plain read (Kinds.cs:",
            (string)result["warnings"]![0]!,
            StringComparison.Ordinal);
        Assert.Empty(Only(Explore("Kinds.SpinWaitFixed", "--model", "sc"))["warnings"]!.AsArray());
    }

    [Fact]
    public void What_is_not_there_is_refused_in_one_line()
    {
        Explore("Cases.NoSuchClass").AssertRefused("--class", "Cases.NoSuchClass");
        Explore("Cases.TreiberFixed+Node").AssertRefused("--class", "declares no actors");
        Explore("Cases.TreiberFixed", "--include", "No.Such").AssertRefused("--include", "No.Such");
        Invoked.Stress("explore", "--assembly", "no-such.dll").AssertRefused("--assembly", "no-such.dll");
        Invoked.Stress("explore", "--assembly", Repository.PathOf("README.md")).AssertRefused("--assembly", ".NET");
        Invoked.Stress("explore", "--assembly", typeof(Harness.Verdict).Assembly.Location)
            .AssertRefused("--assembly", "actors");
        Invoked.Stress("run", "--assembly", "no-such.dll").AssertRefused("--assembly", "no-such.dll");
        Invoked.Stress("run", "--assembly", Cases, "--class", "Probes.StaticCountBroken")
            .AssertRefused("--class", "s_count is static");
        foreach (string options in new[] { "--scenario retry", "--canary reader-no-recheck", "--protocol shared",
            "--reading acquire", "--writers 2", "--readers 1", "--values 2", "--scheme rmap-id-32", "--grade",
            "--preemption-bound 3" })
        {
            Invoked.Stress(["explore", "--assembly", Cases, "--class", "Cases.TreiberBroken", .. options.Split(' ')])
                .AssertRefused(options.Split(' ')[0], "--assembly", "accepted");
        }

        Invoked.Stress("explore", "--class", "Cases.TreiberBroken").AssertRefused("--class", "--assembly");
        Invoked.Stress("explore", "--include", "System").AssertRefused("--include", "--assembly");
        Invoked.Stress("explore", "--races").AssertRefused("--races", "--assembly");
        Invoked.Stress("run", "--class", "Cases.TreiberBroken").AssertRefused("--class", "--assembly");
        foreach (string namespaces in new[] { ",", "System,", "System,System", "Nope", "System" })
        {
            Invoked.Stress("explore", "--assembly", Cases, "--class", "Cases.TreiberBroken", "--include", namespaces)
                .AssertRefused("--include", "accepted: namespaces");
        }

        Invoked.Stress("explore", "--assembly", Cases, "--class", "cases.treiberbroken")
            .AssertRefused("--class", "accepted: the full name of a class that declares actors, such as");
        Invoked.Stress("run", "--assembly", Cases, "--class", "Nope")
            .AssertRefused("--class", "accepted: the full name of a class that declares actors, such as");
        Invoked.Stress("run", "--assembly", Cases, "--folios", "2").AssertRefused("--folios", "--assembly");
    }

    [Fact]
    public void The_same_class_runs_on_real_threads_and_each_outcome_is_graded()
    {
        JsonObject run = Invoked.Stress(
            "run", "--assembly", Cases, "--class", "Probes.StopFlagFixed", "--time-budget", "1s", "--json", "-").Json;

        Assert.Contains((string)run["verdict"]!, (string[])["pass", "inconclusive"]);
        JsonObject seen = run["litmus"]!.AsObject();
        Assert.True((long)seen["samples"]! > 0);
        Assert.True((bool)seen["complete"]!);
        Assert.All(seen["outcomes"]!.AsArray(), outcome => Assert.Contains(
            (string)outcome!["grade"]!, (string[])["acceptable", "interesting"]));
    }

    [Fact]
    public void What_real_threads_show_and_the_class_forbids_is_a_violation()
    {
        Invoked run = Invoked.Stress(
            "run", "--assembly", Cases, "--class", "Kinds.NullUseBroken", "--time-budget", "1s", "--json", "-");

        Assert.Equal(ExitCode.Violation, run.ExitCode);
        Assert.Contains("NullReferenceException", (string)run.Json["reason"]!, StringComparison.Ordinal);
    }

    private static Invoked Explore(string name, params string[] more) =>
        Invoked.Stress(["explore", "--assembly", Cases, "--class", name, "--json", "-", .. more]);

    private static JsonObject Only(Invoked run) => Assert.Single(run.Json["results"]!.AsArray())!.AsObject();
}
