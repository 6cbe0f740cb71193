using System.CommandLine;
using System.Text.Json.Nodes;
using Atomics.Programs;
using Campaigns;
using Campaigns.Engines;
using Campaigns.Merging;
using Campaigns.Planning;
using Campaigns.Plans;
using Campaigns.Work;
using Exploration;
using Exploration.Division;
using Exploration.Search;
using Harness;
using Harness.Hosts;
using Runs.Workloads;
using Spectre.Console;
using Stress.CommandLine;
using Stress.Explore;
using Stress.Run;

namespace Stress.Campaign;

/// <summary>
/// The verb <c>campaign</c>: work divided into cells for the schedulers that users have (docs/CAMPAIGNS.md).
/// </summary>
internal sealed class CampaignCommand(Invocation invocation) : ISearchScenarios
{
    private const string RunVerb = "run";
    private const string ExploreVerb = "explore";
    private const string CoyoteVerb = "coyote";

    private static readonly Argument<string> PlanPath = new("plan") { Description = "The file of the plan." };

    private static readonly Argument<string> Folder = new("folder") { Description = "The folder with the records." };

    private static readonly Argument<string[]> Words = new("command")
    {
        Description = "Behind --, what to do: run, explore or coyote with options.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly ValueOption<int> Cells = new(
        "--cells", Form.Integer(1, Shard.MaxCount), 16, "Cells for each command, and for each model of a search.");

    private static readonly ValueOption<long> Slice = new(
        "--slice", Form.LongInteger(1, Form.MaxExactJsonInteger), 20_000_000,
        "Executions of a search that a cell visits before it leaves the rest to the next round.");

    private static readonly ValueOption<string?> Engine = new(
        "--for", Form.Name(EngineFiles.Names).OrNone(), null, "Write what this scheduler wants, too.");

    private static readonly ValueOption<string?> Next = new(
        "--next", Form.Text("the folder with the records").OrNone(), null,
        "Plan what the records have left over, into the same plan.");

    private static readonly ValueOption<string?> Commands = new(
        "--commands", Form.Text("a file with a command on each line").OrNone(), null, "Plan all of these commands.");

    private static readonly ValueOption<string?> ShardText = new(
        "--shard", Form.Text(Shard.Accepted).OrNone(), null,
        "Which worker this is; without it, what the scheduler's variables say.");

    private static readonly ValueOption<string> Out = new(
        "--out", Form.Text("a folder"), "records", "Where records go; one folder for all workers of a plan.");

    private static string Build { get; } = Identity.OfBuild(
        [typeof(CampaignCommand).Assembly, typeof(Explorer).Assembly, typeof(Scenario).Assembly, typeof(Plan).Assembly,
            typeof(Scenarios.Catalogue.ScenarioCatalogue).Assembly, typeof(Tracker.SubIds.SubIdScheme).Assembly,
            typeof(Verdict).Assembly, typeof(WorkloadCatalogue).Assembly, typeof(Weaving.CodeExplorer).Assembly]);

    /// <summary>The verbs that a cell may stand for.</summary>
    private static IReadOnlyList<Command> Verbs => [RunCommand.Create(), ExploreCommand.Create()];

    /// <summary>Builds the verb.</summary>
    public static Command Create() => new("campaign", "Divide work into cells, and sum up what many machines found.")
    {
        Sub("plan", "Divide commands into cells.", [PlanPath, Words], [Cells, Slice, Engine, Next, Commands],
            verb => verb.Plan()),
        Sub("work", "Do the cells of one shard.", [PlanPath], [ShardText, Out], verb => verb.Work()),
        Sub("merge", "Sum up the records; prove that searches are complete.", [PlanPath, Folder], [],
            verb => verb.Merge()),
        Sub("status", "Say how far a campaign is.", [PlanPath, Folder], [], verb => verb.Status()),
    };

    private static Command Sub(
        string name, string description, Argument[] arguments, Option[] options,
        Func<CampaignCommand, CampaignReport> work)
    {
        Command command = new(name, description);
        Array.ForEach(arguments, command.Arguments.Add);
        Array.ForEach(options, command.Options.Add);
        return Verb.Create(command, CampaignReportJson.Default.CampaignReport, invocation =>
        {
            try
            {
                return work(new CampaignCommand(invocation));
            }
            catch (CampaignException refused)
            {
                throw new UsageException(refused.Message);
            }
        });
    }

    /// <inheritdoc/>
    (ScenarioDeclaration Scenario, ExplorationOptions Options) ISearchScenarios.Find(IReadOnlyList<string> arguments,
        ModelName model)
    {
        ExplorePlan plan = new(invocation.Again(Verbs, arguments));
        return (plan.Declare(), plan.Options with { Model = model });
    }

    private string Path => invocation.Value(PlanPath)!;

    private CampaignReport Plan()
    {
        if (invocation.Value(Next) is string folder)
        {
            return PlanNext(folder);
        }

        Plan plan = new PlanRequest(Build, BuildInfo.Version, invocation.Value(Cells), invocation.Value(Slice)).Empty();
        foreach (IReadOnlyList<string> command in CommandsAsked())
        {
            plan = Add(plan, command);
        }

        PlanFile.Write(Path, plan);
        string files = invocation.Value(Engine) is string engine
            ? $"; wrote {string.Join(", ", EngineFiles.Write(engine, Path, plan))}"
            : "";
        return Report(Verdict.Pass, $"{plan.Cells.Count} cells planned in '{Path}'{files}");
    }

    private CampaignReport PlanNext(string folder)
    {
        Plan plan = PlanFile.Read(Path, Build);
        CampaignMerge merge = new(plan, folder, this);
        Plan next = new SearchPlanner(this, invocation.Cancellation).Next(plan, merge);
        int missing = merge.Status().Cells - merge.Status().Done;
        if (!ReferenceEquals(next, plan))
        {
            PlanFile.Write(Path, next);
        }

        int added = next.Cells.Count - plan.Cells.Count;
        return Report(
            added + missing > 0 ? Verdict.Inconclusive : Verdict.Pass,
            $"round {next.Round}: {added} cells planned, {missing} earlier ones have no record yet");
    }

    private IEnumerable<IReadOnlyList<string>> CommandsAsked()
    {
        string[] words = invocation.Value(Words) ?? [];
        if (invocation.Value(Commands) is not string path)
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

    private Plan Add(Plan plan, IReadOnlyList<string> command)
    {
        Plan asked = plan with { Commands = [.. plan.Commands, command] };
        if (command[0] == CoyoteVerb)
        {
            return asked with { Cells = [.. plan.Cells, .. CellsOfVerb.OfCoyote(plan, command)] };
        }

        if (command[0] is not (RunVerb or ExploreVerb))
        {
            throw new UsageException(
                $"campaign plan: '{command[0]}' cannot be divided; accepted: {RunVerb}, {ExploreVerb}, {CoyoteVerb}");
        }

        Invocation verb = invocation.Again(Verbs, command);
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

        IReadOnlyList<string> search = verb.ArgumentsWithout(["--model", "--threads", "--json", "--report"]);
        IEnumerable<ModelName> models = ExploreOptions.ModelsOf(verb.Value(ExploreOptions.Model));
        if (verb.Value(ExploreOptions.Assembly) is not null)
        {
            CheckWhole(verb, [ExploreOptions.Sample]);
            return asked with
            {
                Cells =
                [.. plan.Cells, .. models.Select(model => CellsOfVerb.OfClass(plan, search, ModelWords.Of(model)))]
            };
        }

        CheckDivisible(verb);
        SearchPlanner planner = new(this, invocation.Cancellation);
        return models.Aggregate(asked, (all, model) => planner.Add(all, search, model, new SearchAssumptions()));
    }

    /// <summary>What ends a search early, or chooses from it, has no parts.</summary>
    private static void CheckDivisible(Invocation verb)
    {
        Option[] refused = [ExploreOptions.PreemptionBound, ExploreOptions.LimitExecutions, ExploreOptions.TimeBudget,
            ExploreOptions.ShuffleSeed, ExploreOptions.Sample, ExploreOptions.Grade, ExploreOptions.Replay];
        CheckWhole(verb, refused);
    }

    private static void CheckWhole(Invocation verb, Option[] refused)
    {
        if (Array.Find(refused, verb.IsGiven) is Option given)
        {
            throw new UsageException($"campaign plan: explore {given.Name} has no parts; accepted: explore without it");
        }
    }

    private CampaignReport Work()
    {
        Plan plan = PlanFile.Read(Path, Build);
        Shard shard = invocation.Value(ShardText) is string text
            ? Shard.TryParse(text) ?? throw new UsageException("--shard", text, Shard.Accepted)
            : Shard.FromEnvironment(Environment.GetEnvironmentVariable)
                ?? throw new UsageException(
                    $"campaign work: no --shard; accepted: {Shard.Accepted}, or the variables of a scheduler");
        CampaignWork work = new(plan, invocation.Value(Out), new CellRunner(this, RunVerbWhole));
        WorkDone done = work.Run(shard, (cell, seconds) =>
            invocation.Console.WriteLine($"{seconds,8:0.0} s  {cell.Name}"), invocation.Cancellation);
        return Report(
            done.IsWhole ? Verdict.Pass : Verdict.Inconclusive,
            $"shard {shard.Index}/{shard.Count}: {done.Done} of {done.Cells} cells done, {done.Before} had been "
            + "before");
    }

    private JsonObject RunVerbWhole(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        string path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"stress-{Guid.NewGuid():N}.json");
        try
        {
            StringWriter error = new();
            int code = CommandHost.Invoke(Verbs, [.. arguments, "--json", path], TextWriter.Null, error);
            cancellation.ThrowIfCancellationRequested();
            return File.Exists(path) && code != (int)ExitCode.InternalError
                ? JsonNode.Parse(File.ReadAllText(path))!.AsObject()
                : throw new CampaignException(
                    $"'{string.Join(' ', arguments)}' ended with {code}: {error.ToString().Trim()}");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private CampaignReport Merge()
    {
        MergedCampaign merged = new CampaignMerge(PlanFile.Read(Path, Build), invocation.Value(Folder)!, this).Sum();
        invocation.Console.WriteLine(CampaignText.Of(merged));
        string reason = merged.IsComplete
            ? "complete"
            : $"{merged.Done} of {merged.Cells} cells have a record, or a search is not complete";
        return Report(merged.Verdict, reason) with { Merged = merged };
    }

    private CampaignReport Status()
    {
        CampaignStatus status = new CampaignMerge(PlanFile.Read(Path, Build), invocation.Value(Folder)!, this).Status();
        invocation.Console.WriteLine(CampaignText.Of(status));
        Verdict verdict = status.Violations.Count > 0 ? Verdict.Violation
            : status.Done == status.Cells && status.Open == 0 ? Verdict.Pass : Verdict.Inconclusive;
        return Report(verdict, $"{status.Done} of {status.Cells} cells done") with { Status = status };
    }

    private CampaignReport Report(Verdict verdict, string reason)
    {
        invocation.Console.WriteLine(reason);
        ReportHead head = invocation.Head();
        return new CampaignReport(head with { Verb = $"campaign {head.Verb}" }) { Verdict = verdict, Reason = reason };
    }
}
