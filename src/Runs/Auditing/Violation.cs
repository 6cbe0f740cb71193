namespace Runs.Auditing;

/// <summary>Something that cannot happen in a correct tracker.</summary>
/// <param name="Kind">What was violated, such as <c>snapshot</c>.</param>
/// <param name="Expected">What the sections logged allow.</param>
/// <param name="Observed">What was seen.</param>
/// <param name="Stamp">The sequence number at which it was seen, or null if it has none.</param>
/// <param name="Folio">The folio's incarnation, or null if no folio is concerned.</param>
public sealed record Violation(string Kind, string Expected, string Observed, long? Stamp, int? Folio);
