namespace Weaving.Refusals;

/// <summary>Something in the code under test that is not modelled.</summary>
/// <param name="Member">The member that does it, such as <c>Ring.TryEnqueue</c>.</param>
/// <param name="Site">Where: <c>File.cs:12</c>, or <c>IL_0012</c> without debug information.</param>
/// <param name="Reason">What it does, as the rest of a sentence that begins with the member.</param>
/// <param name="Remedy">What to do instead: a sentence.</param>
public sealed record Refusal(string Member, string Site, string Reason, string Remedy)
{
    /// <summary>Two sentences.</summary>
    public override string ToString() => $"{Member} {Reason}{(Site.Length == 0 ? "" : $" ({Site})")}. {Remedy}";
}
