using System.Collections.Concurrent;
using Atomics.Programs;

namespace Exploration.Actors;

/// <summary>What a program is made from.</summary>
/// <param name="Create">Makes a fresh instance of the scenario.</param>
/// <param name="Code">The scenario if its words are found on the way; null if they are declared.</param>
internal sealed record ProgramSource(Func<ObjectInstance> Create, CodeScenario? Code)
{
    /// <summary>Makes an editor for each runner of an actor; null if nothing is edited.</summary>
    public Func<IOperationEditor>? CreateEditor { get; init; }

    /// <summary>
    /// What has been proved of the actors' code, by question: it is asked again by every search, whatever its model.
    /// </summary>
    public ConcurrentDictionary<string, bool> Proved { get; } = Code?.Proved ?? [];

    /// <summary>The site of a runner's <see cref="ActorRunner.Site"/>; null if runners know of none.</summary>
    public Func<int, Site?>? SiteOf { get; init; } = Code is null ? null : Code.SiteOf;

    /// <summary>Does some work, and begins anew with more room where its code touches more words than fit.</summary>
    public T WithRoom<T>(Func<T> work)
    {
        while (true)
        {
            try
            {
                return work();
            }
            catch (WordsFullException)
            {
                Code!.Words.Grow();
            }
        }
    }

    /// <summary>The source of a scenario's programs in the memory of the model.</summary>
    /// <exception cref="ExplorationException">It is of no kind that can be explored.</exception>
    public static ProgramSource Of(ScenarioDeclaration scenario) => scenario switch
    {
        Scenario plain => new ProgramSource(() => new ObjectInstance(plain.Create<ModelMemory>(), []), null),
        ModelScenario model => new ProgramSource(() => new ObjectInstance(model.Create<ModelMemory>(), []), null),
        ObjectScenario objects => new ProgramSource(objects.Create, null),
        CodeScenario code => new ProgramSource(() => new ObjectInstance(code.Create(), []), code),
        _ => throw new ExplorationException($"Scenario '{scenario.Name}' is of no kind that can be explored."),
    };
}
