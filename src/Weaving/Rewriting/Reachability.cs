using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Rewriting;

/// <summary>The types that a class's code may come to: their static fields may hold state, and their initializers run
/// in set-up.</summary>
internal static class Reachability
{
    /// <summary>Every type of a module that code of a type names, or that code of such a type names, and so
    /// on.</summary>
    public static IReadOnlyList<TypeDefinition> From(TypeDefinition root)
    {
        HashSet<TypeDefinition> seen = [];
        List<TypeDefinition> order = [];
        Queue<TypeDefinition> open = new([root]);
        while (open.TryDequeue(out TypeDefinition? type))
        {
            if (!seen.Add(type))
            {
                continue;
            }

            order.Add(type);
            foreach (TypeReference named in NamedBy(type))
            {
                if (Types.Find(named) is TypeDefinition found && found.Module == root.Module)
                {
                    open.Enqueue(found);
                }
            }
        }

        return order;
    }

    private static IEnumerable<TypeReference> NamedBy(TypeDefinition type) =>
    [
        .. type.NestedTypes.Where(nested => nested.Name.StartsWith('<')),
        .. type.Fields.Select(field => field.FieldType),
        .. type.BaseType is null ? [] : new[] { type.BaseType },
        .. type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions)
            .SelectMany(NamedBy),
    ];

    private static IEnumerable<TypeReference> NamedBy(Instruction instruction) => instruction.Operand switch
    {
        MethodReference method => [method.DeclaringType],
        FieldReference field => [field.DeclaringType],
        TypeReference type => [type],
        _ => [],
    };
}
