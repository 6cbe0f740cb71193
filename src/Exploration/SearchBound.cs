namespace Exploration;

/// <summary>A reason why a search has not visited every execution.</summary>
/// <param name="Kind">What kept it from that.</param>
/// <param name="Reason">The same for people, a sentence without a full stop.</param>
public sealed record SearchBound(BoundKind Kind, string Reason);
