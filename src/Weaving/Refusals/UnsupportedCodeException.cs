using Exploration;

namespace Weaving.Refusals;

/// <summary>The code under test does something that is not modelled: nothing is said about it.</summary>
/// <param name="refusal">What it does.</param>
public sealed class UnsupportedCodeException(Refusal refusal) : ExplorationException(refusal.ToString())
{
    /// <inheritdoc/>
    public override bool IsUnsupported => true;

    /// <summary>What it does.</summary>
    public Refusal Refusal { get; } = refusal;
}
