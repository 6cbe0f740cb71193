namespace Atomics.Programs;

/// <summary>
/// A small concurrent program, declared once over the memory parameter: real threads, Coyote and the model checker run
/// the same declaration.
/// </summary>
public abstract class Scenario : ScenarioDeclaration
{
    /// <summary>
    /// Builds a fresh, independent instance: shared words in native memory, set to their initial values with ordinary
    /// stores, and the actors that work on them through <typeparamref name="TMemory"/>.
    /// </summary>
    public abstract ScenarioInstance Create<TMemory>() where TMemory : struct, IMemory;
}
