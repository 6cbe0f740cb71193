using System.CommandLine;
using Campaigns.Merging;
using Campaigns.Planning;
using Campaigns.Plans;
using Exploration;
using Exploration.Division;
using Runs.Workloads;
using Stress.CommandLine;
using Stress.Explore;
using Stress.Run;
using Weaving;

namespace Stress.Campaign;

/// <summary>Commands divided into the cells of a plan, by what their options can be divided by.</summary>
/// <param name="invocation">The command line of <c>campaign plan</c>.</param>
/// <param name="scenarios">Finds what a search explores.</param>
/// <param name="woven">The assembly that a command line is about.</param>
internal sealed class CommandDivision(
    Invocation invocation, ISearchScenarios scenarios, Func<Invocation, WovenAssembly> woven)
{
    private const string RunVerb = "run";
    private const string ExploreVerb = "explore";

    /// <summary>The commands that the command line asks to divide.</summary>
    public IEnumerable<IReadOnlyList<string>> Asked()
    {
        string[] words = invocation.Value(CampaignOptions.Words) ?? [];
        if (invocation.Value(CampaignOptions.Commands) is not string path)
        {
            return words.Length > 0
                ? [words]
                : throw new UsageException("campaign plan: no command; accepted: -- VERB OPTIONS, or --commands FILE");
        }

        string[] lines = File.Exists(path)
            ? [.. File.ReadAllLines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')]
            : throw new UsageException("--commands", path, "a file with a command on each line");
        return words.Length == 0 && lines.Length > 0
            ? lines.Select(
                line => (IReadOnlyList<string>)[.. System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(line)])
            : throw new UsageException("--commands", path, "at least one command there, and none behind --");
    }

    /// <summary>A plan with the cells of one more command.</summary>
    public Plan Add(Plan plan, IReadOnlyList<string> command)
    {
        Plan asked = plan with { Commands = [.. plan.Commands, command] };
        if (command[0] is CellsOfTests.CoyoteVerb or CellsOfTests.TestsVerb)
        {
            return asked with { Cells = [.. plan.Cells, .. CellsOfTests.Of(plan, command)] };
        }

        if (command[0] is not (RunVerb or ExploreVerb))
        {
            throw new UsageException(
                $"campaign plan: '{command[0]}' cannot be divided; accepted: {RunVerb}, {ExploreVerb}, "
                + $"{CellsOfTests.CoyoteVerb}, {CellsOfTests.TestsVerb}");
        }

        Invocation verb = invocation.Again(CampaignCommand.Verbs, command);
        if (command[0] == RunVerb)
        {
            IReadOnlyList<string> kept =
                verb.ArgumentsWithout(["--seed", "--sections", "--time-budget", "--workload", "--json", "--report"]);
            string[] workloads = verb.Value(RunOptions.Workload) is string one
                ? [one]
                : [.. WorkloadCatalogue.All.Select(each => each.Name)];
            return asked with
            {
                Cells = [.. plan.Cells, .. workloads.SelectMany(workload => CellsOfVerb.OfRun(
                    plan, [.. kept, "--workload", workload], verb.Value(RunOptions.Seed),
                    verb.Value(RunOptions.Sections), verb.Value(RunOptions.TimeBudget)))],
            };
        }

        CheckDivisible(verb);
        IReadOnlyList<string> search = verb.ArgumentsWithout(["--model", "--threads", "--class", "--json", "--report"]);
        IReadOnlyList<string>[] searches = verb.Value(ExploreOptions.Assembly) is null
            ? [search]
            : [.. AssemblySearch.ClassesOf(verb, woven(verb)).Select(name => (string[])[.. search, "--class", name])];
        return ExploreOptions.ModelsOf(verb.Value(ExploreOptions.Model)).Aggregate(asked, (all, model) =>
            searches.Aggregate(all, (some, one) => AddSearch(some, one, model)));
    }

    /// <summary>A class that does what is not modelled is a cell that says so.</summary>
    private Plan AddSearch(Plan plan, IReadOnlyList<string> search, ModelName model)
    {
        try
        {
            return new SearchPlanner(scenarios, invocation.Cancellation)
                .Add(plan, search, model, new SearchAssumptions());
        }
        catch (ExplorationException refused) when (refused.IsUnsupported)
        {
            return plan with { Cells = [.. plan.Cells, CellsOfVerb.OfClass(plan, search, ModelWords.Of(model))] };
        }
        catch (ExplorationException refused)
        {
            throw new UsageException($"campaign plan: {string.Join(' ', search)}: {refused.Message}");
        }
    }

    /// <summary>What ends a search early, or chooses from it, has no parts.</summary>
    private static void CheckDivisible(Invocation verb)
    {
        Option[] refused = [ExploreOptions.PreemptionBound, ExploreOptions.LimitExecutions, ExploreOptions.TimeBudget,
            ExploreOptions.ShuffleSeed, ExploreOptions.Sample, ExploreOptions.Grade, ExploreOptions.Advise,
            ExploreOptions.Replay];
        if (Array.Find(refused, verb.IsGiven) is Option given)
        {
            throw new UsageException($"campaign plan: explore {given.Name} has no parts; accepted: explore without it");
        }
    }
}
