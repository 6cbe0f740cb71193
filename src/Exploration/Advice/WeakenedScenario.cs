using Atomics.Programs;
using Exploration.Actors;

namespace Exploration.Advice;

/// <summary>A scenario in which the operations of one site are weaker; the scenario itself is unchanged.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="sites">Where its operations stand.</param>
/// <param name="target">The site; null to weaken none.</param>
/// <param name="weakening">What stands there instead.</param>
internal sealed class WeakenedScenario(ScenarioDeclaration scenario, SiteMap sites, SiteUse? target, Weakening weakening)
    : ObjectScenario
{
    /// <inheritdoc/>
    public override string Name => scenario.Name;

    /// <inheritdoc/>
    public override string Description => scenario.Description;

    /// <inheritdoc/>
    public override ObjectInstance Create()
    {
        ScenarioInstance correct = scenario switch
        {
            Scenario plain => plain.Create<WeakeningMemory>(),
            ModelScenario model => model.Create<WeakeningMemory>(),
            _ => throw new ExplorationException($"Scenario '{scenario.Name}' is neither a Scenario nor a ModelScenario."),
        };
        Actor[] actors = [.. correct.Actors.Select(actor => actor with
        {
            Body = registers => new WeakeningRun(correct, actor.Name, sites, target, weakening).Run(actor.Body, registers),
        })];
        string[] observed = [.. correct.Observed.Select(location => location.Name)];
        return new ObjectInstance(new ScenarioInstance(actors, correct.Locations, observed, correct.Check, correct), []);
    }
}
