namespace Exploration.Actors;

/// <summary>
/// Stands between the code of an actor and the search, and may perform something else in an operation's place: so a
/// search can be asked what another program would do.
/// </summary>
internal interface IOperationEditor
{
    /// <summary>The actor starts anew.</summary>
    void Start();

    /// <summary>The actor comes to an operation on a word, or to a barrier.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="runner">Performs operations: <see cref="ActorRunner.Perform"/>.</param>
    /// <returns>What its word held before.</returns>
    long Edit(in Operation operation, ActorRunner runner);

    /// <summary>The actor ends a failed turn of a wait.</summary>
    void Pause(ActorRunner runner);
}
