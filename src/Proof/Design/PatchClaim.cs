namespace Proof.Design;

/// <summary>A claim of the series about sizes, checked.</summary>
/// <param name="Claim">What the series or its discussion says.</param>
/// <param name="Holds">Whether it is true.</param>
/// <param name="Finding">The figure that decides.</param>
public sealed record PatchClaim(string Claim, bool Holds, string Finding);
