using System.CommandLine;
using System.Text.Json.Nodes;
using Stress.CommandLine;
using Stress.List;
using Stress.Tests.CommandLine;
using Tracker.SubIds;

namespace Stress.Tests.List;

public class ListTests
{
    private static readonly Dictionary<string, IReadOnlyList<ListEntry>> Catalogued = new()
    {
        ["--scheme"] = Catalogue.Schemes,
        ["--schemes"] = Catalogue.Schemes,
        ["--protocol"] = Catalogue.Protocols,
        ["--protocols"] = Catalogue.Protocols,
        ["--workload"] = Catalogue.Workloads,
        ["--scenario"] = Catalogue.Scenarios,
        ["--canary"] = Catalogue.Canaries,
        ["--model"] = Catalogue.Models,
    };

    [Theory]
    [InlineData("schemes", "rmap-id")]
    [InlineData("protocols", "exclusive")]
    [InlineData("models", "dotnet")]
    [InlineData("models", "rc11")]
    public void A_name_is_listed_for_people_and_as_json(string kind, string name)
    {
        Invoked run = Invoked.Stress("list", "--json", "-");
        Assert.Equal(ExitCode.Pass, run.ExitCode);
        Assert.Contains(run.Json[kind]!.AsArray(), entry => (string)entry!["name"]! == name);
        Assert.Matches($"(?m)^ *{name} +[^ ]", run.Error);
    }

    [Fact]
    public void Every_name_that_a_verb_accepts_is_listed()
    {
        foreach (Command verb in Program.Verbs())
        {
            foreach (Option option in verb.Options)
            {
                if (option is IValueOption { Names.Count: > 0 } named
                    && Catalogued.TryGetValue(option.Name, out IReadOnlyList<ListEntry>? entries))
                {
                    // all stands for every model, and is none.
                    Assert.Empty(named.Names.Except(entries.Select(entry => entry.Name))
                        .Except([Stress.Explore.ExploreOptions.AllModels]));
                }
            }
        }
    }

    [Fact]
    public void A_canary_is_listed_with_what_it_fits()
    {
        Invoked run = Invoked.Stress("list", "--json", "-");
        JsonObject canary = run.Json["canaries"]!.AsArray()
            .Single(entry => (string)entry!["name"]! == "two-word-recheck-plain")!.AsObject();
        Assert.Equal(["two-word"], canary["protocols"]!.AsArray().Select(each => (string)each!));
        Assert.Equal(["barrier"], canary["readings"]!.AsArray().Select(each => (string)each!));
        Assert.Contains("share-words", canary["scenarios"]!.AsArray().Select(each => (string)each!));
        Assert.DoesNotContain("ids", canary["scenarios"]!.AsArray().Select(each => (string)each!));
        Assert.Contains("rmap-id", canary["schemes"]!.AsArray().Select(each => (string)each!));
        Assert.Null(canary["workload"]);
        Assert.Contains("Fits protocol two-word, reading barrier, ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_scheme_of_sub_ids_is_listed() =>
        Assert.Empty(SubIdScheme.All.Select(scheme => scheme.Name)
            .Except(Catalogue.Schemes.Select(entry => entry.Name)));

    [Fact]
    public void Every_entry_has_a_name_of_its_own_and_a_description()
    {
        foreach (IReadOnlyList<ListEntry> entries in Catalogued.Values)
        {
            Assert.Equal(entries.Count, entries.DistinctBy(entry => entry.Name).Count());
            Assert.All(entries, entry => Assert.NotEmpty(entry.Description));
        }
    }
}
