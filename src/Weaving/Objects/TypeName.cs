namespace Weaving.Objects;

/// <summary>Types as C# spells them, without namespace.</summary>
internal static class TypeName
{
    /// <summary>A name that no other type of a process has, and that the type has in every process.</summary>
    public static string Unique(Type type) => type.AssemblyQualifiedName ?? $"{type}";

    /// <summary>Such as <c>Node</c>, <c>Cell&lt;int&gt;</c> or <c>int[]</c>.</summary>
    public static string Of(Type type)
    {
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[]";
        }

        string name = Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => type.Name,
            TypeCode.Int32 => "int",
            TypeCode.Int64 => "long",
            TypeCode.Boolean => "bool",
            TypeCode.Byte => "byte",
            TypeCode.UInt32 => "uint",
            TypeCode.UInt64 => "ulong",
            TypeCode.String => "string",
            TypeCode.Double => "double",
            _ => type == typeof(object) ? "object" : type.Name.Split('`')[0],
        };
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : name;
    }
}
