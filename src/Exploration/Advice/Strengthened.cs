namespace Exploration.Advice;

/// <summary>An access made stronger.</summary>
/// <param name="Site">The access as it is.</param>
/// <param name="As">What it has to be.</param>
public sealed record Strengthened(SiteUse Site, Strengthening As);
