namespace Scenarios.Selection;

/// <summary>A canary in how an rmap ID is claimed.</summary>
/// <param name="name">Name on the command line.</param>
/// <param name="step">The step replaced, in one sentence.</param>
public abstract class IdCanary(string name, string step) : Canary(name, step, TrackerParts.Ids)
{
    /// <summary>Hands over the claim with the step replaced.</summary>
    public abstract TResult Select<TResult>(IBitClaimVisitor<TResult> visitor);
}
