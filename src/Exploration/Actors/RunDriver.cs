namespace Exploration.Actors;

/// <summary>
/// Decides what the operations of a running actor return, and when the run has shown what it is for. An actor's code is
/// a function of these values: the search, the proof of its waits and the liveness check differ in the driver alone.
/// </summary>
internal abstract class RunDriver
{
    /// <summary>
    /// Whether the run can happen in an execution, so that what it does wrong is the scenario's fault. Behind values
    /// that are mere guesses it may touch any address.
    /// </summary>
    public abstract bool IsCertain { get; }

    /// <summary>Whether a word that no run has found yet may be taken in.</summary>
    public virtual bool MayFind => IsCertain;

    /// <summary>
    /// What the checker cannot follow in this run; null if nothing. It ends the run, whatever the actor catches.
    /// </summary>
    public ExplorationException? Refusal { get; set; }

    /// <summary>The actor performs an operation on a word or a barrier.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="old">What its word held before.</param>
    /// <returns>False to end the run before it.</returns>
    public abstract bool TryStep(in Operation operation, out long old);

    /// <summary>The actor ends a failed turn of a wait.</summary>
    /// <param name="isFirst">Whether no other <c>Pause</c> comes directly before; a row of them counts as one.</param>
    /// <returns>False to end the run here.</returns>
    public abstract bool TryPause(bool isFirst);

    /// <summary>
    /// The actor goes on to a word that no run has found, on a way that is not certain: the run ends there, and nothing
    /// is known of what comes behind.
    /// </summary>
    public virtual void Leave()
    {
    }

    /// <summary>The actor pauses again and again, and does nothing else.</summary>
    public abstract void Stick();
}
