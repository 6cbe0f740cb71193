namespace Scenarios.Selection;

/// <summary>A canary in a write section whose orders exist in the model only.</summary>
/// <param name="name">Name on the command line.</param>
/// <param name="step">The step replaced, in one sentence.</param>
/// <param name="protocol">The protocol whose fields the section uses.</param>
public abstract class WeakSectionCanary(string name, string step, string protocol)
    : Canary(name, step, TrackerParts.WeakSection)
{
    /// <inheritdoc/>
    public override Visibility Visibility => Visibility.ModelOnly;

    /// <inheritdoc/>
    public override IReadOnlyList<string> FitsProtocols { get; } = [protocol];

    /// <summary>Hands over the write section with the step replaced.</summary>
    public abstract TResult Select<TResult>(IWeakSectionVisitor<TResult> visitor);
}
