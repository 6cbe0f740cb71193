using Atomics.Programs;

namespace Exploration.Search;

/// <summary>
/// For each outcome of a scenario the strongest memory model that allows it: what hardware shows can be graded by it,
/// as acceptable (sequentially consistent), interesting (weaker models only) or forbidden (none).
/// </summary>
public sealed class OutcomeGrades
{
    private readonly List<ModelOutcomes> _models = [];
    private HashSet<string> _onArm64 = [];
    private bool _isArm64Complete;

    private OutcomeGrades()
    {
    }

    /// <summary>Whether every model's search was complete: then every outcome has a grade.</summary>
    public bool IsComplete => _models.TrueForAll(each => each.IsComplete);

    /// <summary>What is wrong with outcomes that some model allows, or with the program's waits.</summary>
    public IReadOnlyList<string> Violations => [.. _models.SelectMany(each => each.Violations).Distinct()];

    /// <summary>Every outcome that some model allows, as far as it was found.</summary>
    public IReadOnlyCollection<string> Reachable => [.. _models.SelectMany(each => each.Outcomes).Distinct()];

    /// <summary>Explores a scenario under every model, the strongest first.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">Workers, equivalence, and limits of each search; its model is not used.</param>
    /// <param name="cancellation">Ends the searches.</param>
    /// <exception cref="ExplorationException">The scenario cannot be explored.</exception>
    public static OutcomeGrades Of(
        ScenarioDeclaration scenario, ExplorationOptions options, CancellationToken cancellation = default) =>
        Of(() => scenario, options, cancellation);

    /// <summary>The same for a scenario that is made anew for each model.</summary>
    internal static OutcomeGrades Of(
        Func<ScenarioDeclaration> declare, ExplorationOptions options, CancellationToken cancellation)
    {
        Explorer.CheckVisits(options);
        OutcomeGrades grades = new();
        foreach (ModelName model in Enum.GetValues<ModelName>())
        {
            ExplorationResult result = Explorer.Explore(
                declare(), options with
                {
                    Model = model,
                    PreemptionBound = null,
                    LimitViolations = long.MaxValue,
                    OnProgress = null
                }, cancellation);
            grades._models.Add(new ModelOutcomes(model, [.. result.Outcomes.Select(outcome => outcome.Outcome)],
                result.Violations, result.IsComplete));
        }

        ExplorationResult arm64 = Explorer.ExploreArm64(
            declare(), options with { LimitViolations = long.MaxValue, OnProgress = null }, cancellation);
        grades._onArm64 = [.. arm64.Outcomes.Where(outcome => outcome.IsOnArm64).Select(outcome => outcome.Outcome)];
        grades._isArm64Complete = arm64.IsComplete;
        return grades;
    }

    /// <summary>
    /// Whether an Arm64 processor may show an outcome with the code that the JIT compiler of today makes of the
    /// scenario; null if a search that would tell was ended early.
    /// </summary>
    /// <param name="outcome">The outcome on one line.</param>
    public bool? IsOnArm64(string outcome) => _onArm64.Contains(outcome) ? true : _isArm64Complete ? false : null;

    /// <summary>Grades an outcome.</summary>
    /// <param name="outcome">The outcome on one line.</param>
    /// <param name="strongest">The strongest model that allows it; null if none does, or if it has no grade.</param>
    /// <returns>
    /// False if it has no grade: it was not found under a model whose search was not complete, and only a weaker one,
    /// or none, is known to allow it.
    /// </returns>
    public bool TryGrade(string outcome, out ModelName? strongest)
    {
        strongest = null;
        foreach (ModelOutcomes each in _models)
        {
            if (each.Outcomes.Contains(outcome))
            {
                strongest = each.Model;
                return true;
            }

            if (!each.IsComplete)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What an outcome seen on real threads means.</summary>
    /// <param name="outcome">The outcome on one line.</param>
    /// <param name="strongest">The strongest model that allows it; null if none does, or if it has no grade.</param>
    public OutcomeGrade Grade(string outcome, out ModelName? strongest) =>
        !TryGrade(outcome, out strongest) ? OutcomeGrade.Ungraded
        : strongest is null ? OutcomeGrade.Forbidden
        : strongest == ModelName.Sc ? OutcomeGrade.Acceptable
        : OutcomeGrade.Interesting;

    private sealed record ModelOutcomes(
        ModelName Model, HashSet<string> Outcomes, IReadOnlyList<string> Violations, bool IsComplete);
}
