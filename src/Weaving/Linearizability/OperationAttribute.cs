namespace Weaving.Linearizability;

/// <summary>The method is an operation of a linearizable class. Without any such method all public ones are.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OperationAttribute : Attribute;
