using System.CommandLine;
using Exploration;
using Harness;
using Stress.CommandLine;

namespace Stress.Explore;

/// <summary>The verb <c>explore</c>: every execution of a scenario under a memory model.</summary>
internal static class ExploreCommand
{
    /// <summary>Builds the verb.</summary>
    public static Command Create()
    {
        Command command = new("explore", "Visit every execution of a small scenario under a memory model.");
        foreach (Option option in ExploreOptions.All)
        {
            command.Options.Add(option);
        }

        return Verb.Create(command, ExploreReportJson.Default.ExploreReport, Explore);
    }

    private static ExploreReport Explore(Invocation invocation)
    {
        ExplorePrinter printer = new(invocation.Console);
        if (invocation.Value(ExploreOptions.Replay) is string path)
        {
            ExploreReport replayed = ExploreReplay.Run(path);
            printer.Replayed(replayed);
            return replayed;
        }

        if (invocation.Value(ExploreOptions.Assembly) is not null)
        {
            return AssemblySearch.Run(invocation, printer);
        }

        ExplorePlan plan = new(invocation);
        ExploreControl control = ExploreControl.Run(plan.Options.Model, plan.Options.Equivalence);
        printer.Control(control);
        ExplorationResult result;
        OutcomeGrades? grades;
        try
        {
            result = Explorer.Explore(
                plan.Declare(), plan.Options with { OnProgress = printer.Progress }, invocation.Cancellation);
            grades = invocation.Value(ExploreOptions.Grade)
                ? OutcomeGrades.Of(plan.Declare(), plan.Options, invocation.Cancellation)
                : null;
        }
        catch (ExplorationException refused)
        {
            throw new UsageException($"--scenario {plan.Entry.Name}: {refused.Message}");
        }

        ExploreReport report = Report(plan, control, result, grades);
        printer.End(report, $"stress explore {string.Join(' ', ExploreOptions.All.Select(invocation.Describe).Where(text => text.Length > 0))}");
        return report;
    }

    private static ExploreReport Report(
        ExplorePlan plan, ExploreControl control, ExplorationResult result, OutcomeGrades? grades) => new()
        {
            Verdict = Conclude(control, result, grades),
            Seed = plan.Options.ShuffleSeed,
            Scenario = plan.Entry.Name,
            Model = plan.ModelWord,
            Writers = plan.Size.Writers,
            Readers = plan.Size.Readers,
            Values = plan.Size.Values,
            Protocol = plan.Size.Tracker.Protocol,
            Reading = plan.Size.Tracker.Reading,
            Canary = plan.Canary?.Name,
            Equivalence = plan.Options.Equivalence.ToString().ToLowerInvariant(),
            Control = control,
            Executions = result.Executions,
            Blocked = result.Blocked,
            Truncated = result.Truncated,
            Complete = result.IsComplete,
            Bounds = [.. result.Bounds.Select(bound => new ExploreBound(bound))],
            SearchSeconds = Math.Round(result.SearchSeconds, 4),
            ExecutionsPerSecond = Math.Round((result.Executions + result.Blocked) / Math.Max(result.SearchSeconds, 1e-9)),
            Violations = result.Violations,
            Outcomes = [.. result.Outcomes.Select(outcome => new ExploreOutcome(
                outcome.Outcome,
                outcome.Count,
                outcome.Violation,
                grades is not null && grades.TryGrade(outcome.Outcome, out ModelName? model) && model is ModelName strongest
                    ? ModelWords.Of(strongest)
                    : null))],
            GradesComplete = grades?.IsComplete,
            Counterexample = result.Counterexample,
        };

    /// <summary>A search that passes proves nothing if its control was missed; and grades that were asked for belong to the answer.</summary>
    private static Verdict Conclude(ExploreControl control, ExplorationResult result, OutcomeGrades? grades) => result.Verdict switch
    {
        ExplorationVerdict.Violated => Verdict.Violation,
        ExplorationVerdict.Passed when control.Found && grades?.IsComplete != false => Verdict.Pass,
        _ => Verdict.Inconclusive,
    };
}
