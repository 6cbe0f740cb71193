using Atomics.Programs;

namespace Exploration.Actors;

/// <summary>
/// A scenario whose words are fields of objects and hold references. Its actors call <see cref="ActorRunner"/>.
/// </summary>
internal abstract class ObjectScenario : ScenarioDeclaration
{
    /// <summary>Builds a fresh, independent instance.</summary>
    public abstract ObjectInstance Create();
}
