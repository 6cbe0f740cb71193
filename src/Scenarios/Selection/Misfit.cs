namespace Scenarios.Selection;

/// <summary>A choice that does not fit the others.</summary>
/// <param name="Choice">
/// What is chosen: <c>scenario</c>, <c>protocol</c>, <c>reading</c>, <c>values</c>, <c>readers</c> or <c>scheme</c>.
/// </param>
/// <param name="Value">What was chosen.</param>
/// <param name="Accepted">What fits.</param>
public sealed record Misfit(string Choice, string Value, string Accepted)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Choice} '{Value}' does not fit; accepted: {Accepted}";
}
