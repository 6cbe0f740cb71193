namespace Weaving;

/// <summary>
/// The method is an actor: it runs at the same time as the class's other actors. It takes nothing; what it returns is a
/// part of the outcome.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ActorAttribute : Attribute;
