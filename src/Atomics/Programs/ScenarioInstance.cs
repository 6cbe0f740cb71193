namespace Atomics.Programs;

/// <summary>
/// One instance of a scenario, ready to run once: its shared words and its actors. A model checker takes the words'
/// contents as initial values and never changes them.
/// </summary>
public sealed class ScenarioInstance : IDisposable
{
    private readonly IReadOnlyList<IDisposable> _resources;

    /// <summary>Puts an instance together.</summary>
    /// <param name="actors">The threads, at least one.</param>
    /// <param name="locations">Every shared word that an actor may touch.</param>
    /// <param name="observed">Names of the locations whose final values are part of the outcome, in order; often
    /// none.</param>
    /// <param name="check"> Judges an outcome: null if it is allowed, else one sentence that names what was observed
    /// and what was expected. Must be a pure function of the outcome.
    /// </param>
    /// <param name="resources">Disposed with the instance.</param>
    /// <exception cref="ArgumentException">
    /// A name is missing, there twice or unusable, an observed word is no location, or two locations share memory.
    /// </exception>
    public ScenarioInstance(
        IReadOnlyList<Actor> actors,
        IReadOnlyList<SharedLocation> locations,
        IReadOnlyList<string> observed,
        Func<Outcome, string?> check,
        params IReadOnlyList<IDisposable> resources)
    {
        ArgumentNullException.ThrowIfNull(check);
        DeclarationCheck.Actors(actors);
        DeclarationCheck.Words(locations);
        Actors = actors;
        Locations = locations;
        Check = check;
        _resources = resources;
        Observed = [.. observed.Select(name => DeclarationCheck.Observed(name, locations))];
        OutcomeNames =
            [.. actors.SelectMany(actor => actor.RegisterNames.Select(register => $"{actor.Name}.{register}")),
                .. observed];
        DeclarationCheck.OutcomeNames(OutcomeNames);
    }

    /// <summary>The threads.</summary>
    public IReadOnlyList<Actor> Actors { get; }

    /// <summary>Every shared word that an actor may touch.</summary>
    public IReadOnlyList<SharedLocation> Locations { get; }

    /// <summary>The locations whose final values end the outcome.</summary>
    public IReadOnlyList<SharedLocation> Observed { get; }

    /// <summary>
    /// The names of an outcome's values: every actor's registers as <c>ACTOR.REGISTER</c>, then the observed words. All
    /// differ.
    /// </summary>
    public IReadOnlyList<string> OutcomeNames { get; }

    /// <summary>
    /// Null for an allowed outcome, else one sentence that names what was observed and what was expected.
    /// </summary>
    public Func<Outcome, string?> Check { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IDisposable resource in _resources)
        {
            resource.Dispose();
        }
    }
}
