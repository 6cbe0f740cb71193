using System.Text.Json;
using Atomics.Programs;
using Exploration;
using Exploration.Search;
using Harness;
using Scenarios.Canaries;
using Scenarios.Catalogue;
using Scenarios.Selection;
using Stress.CommandLine;

namespace Stress.Explore;

/// <summary>Runs the one execution of a counterexample again, from the JSON that it was reported in.</summary>
internal static class ExploreReplay
{
    private const string Accepted = "the JSON report of a search by explore that found a counterexample";

    /// <summary>Replays.</summary>
    /// <param name="path">The report.</param>
    /// <exception cref="UsageException">The file is no such report, or the scenario has changed since.</exception>
    public static ExploreResult Run(string path)
    {
        ExploreResult former = Read(path, out ScenarioOptions size);
        ModelName model = ModelWords.Parse(former.Model);
        ScenarioDeclaration scenario = ExploreScenarios.Find(former.Scenario).Create(size);
        try
        {
            string? violation = Explorer.Replay(scenario, model, former.Counterexample!.Steps);
            return former with
            {
                Verdict = violation is null ? Verdict.Inconclusive : Verdict.Violation,
                Executions = 1,
                Blocked = 0,
                Truncated = 0,
                Complete = false,
                Bounds = [new ExploreBound("replay", "one execution was replayed")],
                GradesComplete = null,
                SearchSeconds = 0,
                ExecutionsPerSecond = 0,
                Violations = violation is null ? [] : [violation],
                Outcomes = [],
                Counterexample = violation is null
                    ? null
                    : Explorer.FindSites(scenario, former.Counterexample with { Violation = violation }),
            };
        }
        catch (ExplorationException refused)
        {
            throw new UsageException(
                $"--replay: {refused.Message} of {former.Scenario} under {former.Model} as it is now");
        }
    }

    private static ExploreResult Read(string path, out ScenarioOptions size)
    {
        try
        {
            ExploreResult report = ExploreReport.ResultsIn(File.ReadAllText(path))
                .MinBy(result => result.Counterexample is null)!;
            Canary? canary = CanaryCatalogue.All.FirstOrDefault(each => each.Name == report.Canary);
            if (report.Counterexample is null
                || !ExploreScenarios.Names.Contains(report.Scenario)
                || !ModelWords.IsKnown(report.Model)
                || canary?.Name != report.Canary)
            {
                throw new UsageException("--replay", path, Accepted);
            }

            ScenarioEntry entry = ExploreScenarios.Find(report.Scenario);
            TrackerSelection tracker = entry.Defaults.Tracker with
            {
                Protocol = report.Protocol,
                Reading = report.Reading,
                Canary = canary,
            };
            size = new ScenarioOptions(report.Writers, report.Readers, report.Values, tracker);
            return entry.FindMisfit(size) is Misfit misfit
                ? throw new UsageException($"--replay {path}: {misfit}")
                : report;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UsageException("--replay", path, Accepted);
        }
    }
}
