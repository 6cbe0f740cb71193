using System.CommandLine;
using System.CommandLine.Parsing;
using Campaigns;
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

    private static readonly Option[] s_wholeRun = [RunOptions.Journal, RunOptions.Resume, RunOptions.Assembly,
        .. Verb.Options];

    private static readonly Option[] s_wholeSearch = [ExploreOptions.PreemptionBound, ExploreOptions.LimitExecutions,
        ExploreOptions.TimeBudget, ExploreOptions.Threads, ExploreOptions.ShuffleSeed, ExploreOptions.Sample,
        ExploreOptions.Grade, ExploreOptions.Advise, ExploreOptions.Replay, .. Verb.Options];

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

        IReadOnlyList<string>[] lines = [.. LinesOf(path).Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => WordsOf(path, line))];
        return words.Length == 0 && lines.Length > 0
            ? lines
            : throw new UsageException("--commands", path, "at least one command there, and none behind --");
    }

    private static IReadOnlyList<string> WordsOf(string path, string line) => line.Count(each => each == '"') % 2 == 0
        ? [.. CommandLineParser.SplitCommandLine(line)]
        : throw new UsageException($"--commands {path}: '{line}' has a quote without its other one; accepted: quotes "
            + "in pairs");

    private static string[] LinesOf(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("--commands", path, "a file with a command on each line");
        }
    }

    /// <summary>A plan with the cells of one more command.</summary>
    /// <exception cref="UsageException">It cannot be divided; a command of a file comes with the file.</exception>
    public Plan Add(Plan plan, IReadOnlyList<string> command)
    {
        try
        {
            return Divide(plan, command);
        }
        catch (Exception refused) when (refused is UsageException or CampaignException
            && invocation.IsGiven(CampaignOptions.Commands))
        {
            throw new UsageException($"{CampaignOptions.Commands.Name} "
                + $"{invocation.Value(CampaignOptions.Commands)}: {refused.Message}");
        }
    }

    private Plan Divide(Plan plan, IReadOnlyList<string> command)
    {
        Plan asked = plan with { Commands = [.. plan.Commands, command] };
        string verbName = command.FirstOrDefault("");
        if (verbName is CellsOfTests.CoyoteVerb or CellsOfTests.TestsVerb)
        {
            return asked with { Cells = [.. plan.Cells, .. CellsOfTests.Of(plan, command)] };
        }

        if (verbName is not (RunVerb or ExploreVerb))
        {
            throw new UsageException(
                $"campaign plan: '{verbName}' cannot be divided; accepted: {RunVerb}, {ExploreVerb}, "
                + $"{CellsOfTests.CoyoteVerb}, {CellsOfTests.TestsVerb}");
        }

        Invocation verb = invocation.Again(CampaignCommand.Verbs, command);
        if (verbName == RunVerb)
        {
            CheckDivisible(verb, s_wholeRun);
            return asked with { Cells = [.. plan.Cells, .. CellsOfRun(plan, verb)] };
        }

        CheckDivisible(verb, s_wholeSearch);
        ExploreOptions.CheckFit(verb);
        IReadOnlyList<string> search = verb.ArgumentsWithout(["--model", "--class"]);
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

    /// <summary>The cells of a run: of each workload, if neither a workload nor a canary is named.</summary>
    private List<Cell> CellsOfRun(Plan plan, Invocation verb)
    {
        verb.RefuseWithout(RunOptions.Assembly, [RunOptions.Class]);
        IReadOnlyList<string> kept = verb.ArgumentsWithout(["--seed", "--sections", "--time-budget"]);
        IEnumerable<IReadOnlyList<string>> workloads =
            verb.IsGiven(RunOptions.Workload) || verb.IsGiven(RunOptions.Canary)
                ? [kept]
                : WorkloadCatalogue.All.Select(each => (IReadOnlyList<string>)[.. kept, "--workload", each.Name]);
        List<Cell> cells = [];
        foreach (IReadOnlyList<string> workload in workloads)
        {
            cells.AddRange(CellsOfVerb.OfRun(plan, workload, verb.Value(RunOptions.Seed),
                verb.Value(RunOptions.Sections), verb.Value(RunOptions.TimeBudget)));
            // What a run refuses is refused now, and not by each worker, but for what depends on its processors. The
            // last cell has the highest seed.
            Invocation last = invocation.Again(CampaignCommand.Verbs, cells[^1].Arguments);
            _ = new RunPlan(invocation.Again(CampaignCommand.Verbs,
                last.ArgumentsWithout([RunOptions.Affinity.Name])));
        }

        return cells;
    }

    /// <summary>Refuses what ends a command early, chooses from it, or belongs to one process.</summary>
    private static void CheckDivisible(Invocation verb, IReadOnlyList<Option> refused)
    {
        if (refused.FirstOrDefault(verb.IsGiven) is Option given)
        {
            throw new UsageException(
                $"campaign plan: {verb.Verb} {given.Name} has no parts; accepted: {verb.Verb} without it");
        }

        if (WorkloadName.Litmus(verb.Verb == RunVerb ? verb.Value(RunOptions.Workload) : null) is string test)
        {
            throw new UsageException($"campaign plan: run --workload {WorkloadName.LitmusPrefix}{test} has no parts; "
                + "accepted: another workload");
        }
    }
}
