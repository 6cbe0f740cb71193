using Mono.Cecil;

namespace Weaving.Rewriting;

/// <summary>Questions about type references.</summary>
internal static class Types
{
    /// <summary>Whether a type is a struct, an enum or a primitive.</summary>
    public static bool IsValue(TypeReference type) =>
        type.IsValueType || type.IsPrimitive
            || (type is not (ArrayType or GenericParameter) && Find(type)?.IsValueType == true);

    /// <summary>Whether values of a type live on the stack only.</summary>
    public static bool IsByRefLike(TypeReference type) =>
        Find(type)?.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "IsByRefLikeAttribute") == true;

    /// <summary>The definition of a type; null if its assembly cannot be found.</summary>
    public static TypeDefinition? Find(TypeReference type)
    {
        try
        {
            return type is GenericParameter or TypeSpecification { IsGenericInstance: false } ? null : type.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }

    /// <summary>A type as its own code names it: closed over its own parameters.</summary>
    public static TypeReference Itself(TypeDefinition type)
    {
        if (!type.HasGenericParameters)
        {
            return type;
        }

        GenericInstanceType closed = new(type);
        foreach (GenericParameter parameter in type.GenericParameters)
        {
            closed.GenericArguments.Add(parameter);
        }

        return closed;
    }

    /// <summary>A type without modifiers.</summary>
    public static TypeReference Plain(TypeReference type) => type switch
    {
        RequiredModifierType or OptionalModifierType or PinnedType => Plain(((TypeSpecification)type).ElementType),
        _ => type,
    };

    /// <summary>A type of a member's signature, with the type arguments that the member is used with.</summary>
    public static TypeReference Close(TypeReference type, MemberReference member)
    {
        switch (type)
        {
            case RequiredModifierType or OptionalModifierType or PinnedType or SentinelType:
                return Close(((TypeSpecification)type).ElementType, member);
            case GenericParameter { Type: GenericParameterType.Type } parameter:
                return member.DeclaringType is GenericInstanceType instance
                    ? instance.GenericArguments[parameter.Position]
                    : parameter;
            case GenericParameter parameter:
                return member is GenericInstanceMethod method ? method.GenericArguments[parameter.Position] : parameter;
            case ByReferenceType reference:
                return new ByReferenceType(Close(reference.ElementType, member));
            case ArrayType array:
                return array.IsVector
                    ? new ArrayType(Close(array.ElementType, member))
                    : new ArrayType(Close(array.ElementType, member), array.Rank);
            case GenericInstanceType generic:
                GenericInstanceType closed = new(generic.ElementType);
                foreach (TypeReference argument in generic.GenericArguments)
                {
                    closed.GenericArguments.Add(Close(argument, member));
                }

                return closed;
            default:
                return type;
        }
    }

    /// <summary>A method as <c>Type.Method</c>, with the types that it is nested in; of a lambda or an iterator the
    /// method that it is in.</summary>
    public static string NameOf(MethodReference method)
    {
        TypeReference type = method.DeclaringType;
        string name = method.Name;
        while (type.Name.StartsWith('<') && type.DeclaringType is not null)
        {
            name = InAngles(type.Name) is { Length: > 0 } outer && InAngles(name).Length == 0 ? outer : name;
            type = type.DeclaringType;
        }

        string written = InAngles(name);
        return $"{NameOf(type)}.{(written.Length > 0 ? written : name)}";
    }

    /// <summary>A type with those that it is nested in, without namespace.</summary>
    public static string NameOf(TypeReference type)
    {
        string name = type.Name.Split('`')[0];
        return type.DeclaringType is TypeReference outer ? $"{NameOf(outer)}.{name}" : name;
    }

    /// <summary>What a name of the compiler's is made from, such as <c>Go</c> of <c>&lt;Go&gt;d__1</c>; empty if
    /// nothing is.</summary>
    private static string InAngles(string name) =>
        name.StartsWith('<') && name.IndexOf('>') is int end and > 0 ? name[1..end] : "";
}
