using System.Reflection;

namespace Weaving.Objects;

/// <summary>One method of a delegate's invocation list.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">The number of its target; 0 for none.</param>
internal readonly record struct DelegatePart(MethodInfo Method, long Target)
{
    /// <summary>The part as a text, the same in every process.</summary>
    public string Text => $"{TypeName.Unique(Method.DeclaringType!)} {Method} {Method.MetadataToken}@{Target}";
}
