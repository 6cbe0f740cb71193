namespace Atomics.Programs;

/// <summary>What a <see cref="Scenario"/> and a <see cref="ModelScenario"/> have in common.</summary>
public abstract class ScenarioDeclaration
{
    /// <summary>Name on the command line: lower case, words joined by hyphens.</summary>
    public abstract string Name { get; }

    /// <summary>One sentence: what runs and what must hold.</summary>
    public abstract string Description { get; }
}
