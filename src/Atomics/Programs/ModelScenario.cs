namespace Atomics.Programs;

/// <summary>
/// A scenario that needs the orders of <see cref="IRelaxedMemory"/>: only the model checker can run it.
/// </summary>
public abstract class ModelScenario : ScenarioDeclaration
{
    /// <inheritdoc cref="Scenario.Create{TMemory}"/>
    public abstract ScenarioInstance Create<TMemory>() where TMemory : struct, IRelaxedMemory;
}
