using Exploration;
using Exploration.Advice;
using Exploration.Search;
using Harness;
using Stress.CommandLine;

namespace Stress.Explore;

/// <summary>A search under one memory model: its control, the search, the grades, and what they come to.</summary>
/// <param name="plan">What is asked for.</param>
/// <param name="printer">Where people read.</param>
/// <param name="cancellation">Ends the search early.</param>
internal sealed class ExploreSearch(ExplorePlan plan, ExplorePrinter printer, CancellationToken cancellation)
{
    /// <summary>Searches.</summary>
    /// <exception cref="UsageException">The scenario cannot be explored.</exception>
    public ExploreResult Run(ModelName model)
    {
        ExplorationOptions options = plan.Options with { Model = model };
        ExploreControl control = ExploreControl.Run(model, options.Equivalence);
        printer.Control(control);
        try
        {
            ExplorationResult found = Explorer.Explore(
                plan.Declare(), options with { OnProgress = printer.Progress }, cancellation);
            OutcomeGrades? grades = plan.HasGrades ? OutcomeGrades.Of(plan.Declare(), options, cancellation) : null;
            ExploreResult result = Result(model, control, found, grades);
            return plan.HasAdvice ? result.With(AdviceReport.Of(plan.Declare(), options, cancellation)) : result;
        }
        catch (ExplorationException refused)
        {
            throw new UsageException($"--scenario {plan.Entry.Name}: {refused.Message}");
        }
    }

    private ExploreResult Result(ModelName model, ExploreControl control, ExplorationResult found,
        OutcomeGrades? grades) => new()
        {
            Verdict = Conclude(control, found, grades),
            Scenario = plan.Entry.Name,
            Model = ModelWords.Of(model),
            Writers = plan.Size.Writers,
            Readers = plan.Size.Readers,
            Values = plan.Size.Values,
            Protocol = plan.Size.Tracker.Protocol,
            Reading = plan.Size.Tracker.Reading,
            Canary = plan.Canary?.Name,
            Equivalence = plan.Options.Equivalence.ToString().ToLowerInvariant(),
            Control = control,
            Executions = found.Executions,
            Blocked = found.Blocked,
            Truncated = found.Truncated,
            Complete = found.IsComplete,
            Bounds = [.. found.Bounds.Select(bound => new ExploreBound(bound))],
            SearchSeconds = Math.Round(found.SearchSeconds, 4),
            ExecutionsPerSecond = Math.Round((found.Executions + found.Blocked) / Math.Max(found.SearchSeconds, 1e-9)),
            Violations = found.Violations,
            Outcomes = [.. found.Outcomes.Select(outcome => new ExploreOutcome(
            outcome.Outcome,
            outcome.Count,
            outcome.Violation,
            grades is not null && grades.TryGrade(outcome.Outcome, out ModelName? allowing)
                && allowing is ModelName strongest
                ? ModelWords.Of(strongest)
                : null,
            grades?.IsOnArm64(outcome.Outcome)))],
            GradesComplete = grades?.IsComplete,
            Counterexample = found.Counterexample,
            Sample = found.Sample,
        };

    /// <summary>
    /// A search that passes proves nothing if its control was missed; and grades that were asked for belong to the
    /// answer.
    /// </summary>
    private static Verdict Conclude(ExploreControl control, ExplorationResult found, OutcomeGrades? grades) =>
        found.Verdict == ExplorationVerdict.Violated ? Verdict.Violation
        : found.Verdict == ExplorationVerdict.Passed && control.Found && grades?.IsComplete != false ? Verdict.Pass
        : Verdict.Inconclusive;
}
