namespace Exploration;

/// <summary>A scenario that the model checker cannot explore: the message names the actor and what to change.</summary>
/// <param name="message">One sentence.</param>
/// <param name="cause">The exception behind it, or null.</param>
public class ExplorationException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether the code does what is not modelled, so that nothing can be said about it.</summary>
    public virtual bool IsUnsupported => false;
}
