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
using Exploration.Search;
using Harness;
using Harness.Hosts;
using Runs.Workloads;
using Spectre.Console;
using Stress.CommandLine;
using Stress.Explore;
using Stress.Run;
using Weaving;

namespace Stress.Campaign;

/// <summary>
/// The verb <c>campaign</c>: work divided into cells for the schedulers that users have (docs/CAMPAIGNS.md).
/// </summary>
internal sealed class CampaignCommand(Invocation invocation) : ISearchScenarios
{
    private readonly Dictionary<string, WovenAssembly> _woven = [];

    private static string Build { get; } = Identity.OfBuild(
        [typeof(CampaignCommand).Assembly, typeof(Explorer).Assembly, typeof(Scenario).Assembly, typeof(Plan).Assembly,
            typeof(Scenarios.Catalogue.ScenarioCatalogue).Assembly, typeof(Tracker.SubIds.SubIdScheme).Assembly,
            typeof(Verdict).Assembly, typeof(WorkloadCatalogue).Assembly, typeof(CodeExplorer).Assembly]);

    /// <summary>The verbs that a cell may stand for.</summary>
    public static IReadOnlyList<Command> Verbs => [RunCommand.Create(), ExploreCommand.Create()];

    /// <summary>Builds the verb.</summary>
    public static Command Create() => new("campaign", "Divide work into cells, and sum up what many machines found.")
    {
        Sub("plan", "Divide commands into cells.", [CampaignOptions.PlanPath, CampaignOptions.Words],
            [
                CampaignOptions.Cells, CampaignOptions.Slice, CampaignOptions.Engine, CampaignOptions.Next,
                CampaignOptions.Commands,
            ],
            verb => verb.Plan()),
        Sub("work", "Do the cells of one shard.", [CampaignOptions.PlanPath],
            [CampaignOptions.ShardText, CampaignOptions.Out], verb => verb.Work()),
        Sub("merge", "Sum up the records; prove that searches are complete.",
            [CampaignOptions.PlanPath, CampaignOptions.Folder], [], verb => verb.Merge()),
        Sub("status", "Say how far a campaign is.", [CampaignOptions.PlanPath, CampaignOptions.Folder], [],
            verb => verb.Status()),
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
        Invocation verb = invocation.Again(Verbs, arguments);
        if (verb.Value(ExploreOptions.Assembly) is not null)
        {
            return (
                AssemblySearch.ScenarioOf(verb, Woven(verb), verb.Value(ExploreOptions.Class)!),
                new ExplorationOptions { Model = model, Equivalence = ExploreOptions.EquivalenceOf(verb) });
        }

        ExplorePlan plan = new(verb);
        return (plan.Declare(), plan.Options with { Model = model });
    }

    /// <inheritdoc/>
    string ISearchScenarios.CodeOf(IReadOnlyList<string> arguments)
    {
        Invocation verb = invocation.Again(Verbs, arguments);
        return verb.Value(ExploreOptions.Assembly) is null ? "" : Woven(verb).Identity;
    }

    /// <summary>The assembly that a command line is about, rewritten once.</summary>
    public WovenAssembly Woven(Invocation verb)
    {
        string key = $"{verb.Value(ExploreOptions.Assembly)} {verb.Value(ExploreOptions.Include)}";
        if (!_woven.TryGetValue(key, out WovenAssembly? woven))
        {
            woven = AssemblySearch.AssemblyOf(verb);
            _woven.Add(key, woven);
        }

        return woven;
    }

    private string Path => invocation.Value(CampaignOptions.PlanPath)!;

    private CampaignReport Plan()
    {
        if (invocation.Value(CampaignOptions.Next) is string folder)
        {
            invocation.RefuseBeside(CampaignOptions.Next.Name, [CampaignOptions.Next]);
            return invocation.Value(CampaignOptions.Words) is { Length: > 0 } words
                ? throw new UsageException($"campaign plan: '{words[0]}' is not accepted with --next, which plans what "
                    + "is left of the plan; accepted: --next alone")
                : PlanNext(folder);
        }

        PlanRequest request = new(
            Build, BuildInfo.Version, invocation.Value(CampaignOptions.Cells), invocation.Value(CampaignOptions.Slice));
        CommandDivision division = new(invocation, this, Woven);
        Plan plan = division.Asked().Aggregate(request.Empty(), division.Add);
        if (plan.Cells.GroupBy(cell => cell.Id).FirstOrDefault(cells => cells.Count() > 1) is { } twice)
        {
            throw new UsageException($"campaign plan: '{twice.First().Name}' is asked for twice; accepted: commands of "
                + "which none does what another one does, such as runs with the same seeds");
        }

        IReadOnlyList<EngineFile> files = invocation.Value(CampaignOptions.Engine) is string engine
            ? EngineFiles.Of(engine, Path, plan)
            : [];
        if (files.FirstOrDefault(file => OutputPaths.AreSame(file.Path, invocation.Value(CampaignOptions.Commands)))
            is EngineFile written)
        {
            throw new UsageException(CampaignOptions.Commands.Name, written.Path,
                "another file than those that --for writes");
        }

        PlanFile.Write(Path, plan);
        EngineFiles.Write(files);
        string wrote = files.Count > 0 ? $"; wrote {string.Join(", ", files.Select(file => file.Path))}" : "";
        return Report(Verdict.Pass, $"{plan.Cells.Count} cells planned in '{Path}'{wrote}");
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

    private CampaignReport Work()
    {
        Plan plan = PlanFile.Read(Path, Build);
        Shard shard = invocation.Value(CampaignOptions.ShardText) is string text
            ? Shard.TryParse(text) ?? throw new UsageException("--shard", text, Shard.Accepted)
            : Shard.FromEnvironment(Environment.GetEnvironmentVariable)
                ?? throw new UsageException(
                    $"campaign work: no --shard; accepted: {Shard.Accepted}, or the variables of a scheduler");
        CampaignWork work = new(plan, invocation.Value(CampaignOptions.Out), new CellRunner(this, RunVerbWhole));
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

    private CampaignMerge Records() =>
        new(PlanFile.Read(Path, Build), invocation.Value(CampaignOptions.Folder)!, this);

    private CampaignReport Merge()
    {
        MergedCampaign merged = Records().Sum();
        invocation.Console.WriteLine(CampaignText.Of(merged));
        string reason = merged.IsComplete
            ? "complete"
            : $"{merged.Done} of {merged.Cells} cells have a record, or a search is not complete";
        return Report(merged.Verdict, reason) with { Merged = merged };
    }

    private CampaignReport Status()
    {
        CampaignStatus status = Records().Status();
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
