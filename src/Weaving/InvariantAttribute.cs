namespace Weaving;

/// <summary>
/// The method judges the state when all actors have ended: it throws, returns false or returns a text if something is
/// wrong. Parameters receive what the actors of the same names returned.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InvariantAttribute : Attribute;
