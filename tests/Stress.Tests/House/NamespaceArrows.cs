using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Stress.Tests.House;

/// <summary>Which namespaces of one project use which, as compiled.</summary>
internal sealed class NamespaceArrows
{
    private readonly SortedDictionary<(string From, string To), SortedSet<string>> _arrows = [];

    private NamespaceArrows()
    {
    }

    /// <summary>Reads an assembly.</summary>
    /// <param name="path">Path of the assembly.</param>
    /// <param name="root">The project's root namespace; what generators put elsewhere is left out.</param>
    public static NamespaceArrows Of(string path, string root)
    {
        NamespaceArrows arrows = new();
        using ModuleDefinition module = ModuleDefinition.ReadModule(path);
        foreach (TypeDefinition type in module.GetAllTypes())
        {
            TypeDefinition from = Outermost(type);
            foreach (TypeDefinition to in UsedBy(type).SelectMany(Parts).Where(used => used.Scope == module)
                .OfType<TypeDefinition>().Select(Outermost))
            {
                if (from.Namespace != to.Namespace && IsOf(root, from.Namespace) && IsOf(root, to.Namespace))
                {
                    arrows.Add(from, to);
                }
            }
        }

        return arrows;
    }

    /// <summary>Arrows that lie on a circle, with the types that make them.</summary>
    public IEnumerable<string> OnCircles() => _arrows
        .Where(arrow => Reach(arrow.Key.To).Contains(arrow.Key.From))
        .Select(arrow => $"{arrow.Key.From} -> {arrow.Key.To}: {string.Join(", ", arrow.Value)}");

    private static bool IsOf(string root, string name) =>
        name == root || name.StartsWith($"{root}.", StringComparison.Ordinal);

    private void Add(TypeDefinition from, TypeDefinition to)
    {
        (string, string) arrow = (from.Namespace, to.Namespace);
        if (!_arrows.TryGetValue(arrow, out SortedSet<string>? types))
        {
            _arrows[arrow] = types = new(StringComparer.Ordinal);
        }

        types.Add($"{from.Name} uses {to.Name}");
    }

    private HashSet<string> Reach(string from)
    {
        HashSet<string> seen = [from];
        Stack<string> left = new([from]);
        while (left.TryPop(out string? next))
        {
            foreach ((string _, string to) in _arrows.Keys.Where(arrow => arrow.From == next))
            {
                if (seen.Add(to))
                {
                    left.Push(to);
                }
            }
        }

        return seen;
    }

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is null
        ? type
        : Outermost(type.DeclaringType);

    private static IEnumerable<TypeReference?> UsedBy(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(each => each.InterfaceType),
        .. type.GenericParameters.SelectMany(Constraints),
        .. type.Fields.Select(field => field.FieldType),
        .. type.Methods.SelectMany(UsedBy),
    ];

    private static IEnumerable<TypeReference?> UsedBy(MethodDefinition method) =>
    [
        .. Signature(method),
        .. method.GenericParameters.SelectMany(Constraints),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(UsedBy) : [],
    ];

    private static IEnumerable<TypeReference?> UsedBy(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [.. Signature(method), .. method.GenericArguments],
        MethodReference method => Signature(method),
        _ => [],
    };

    private static IEnumerable<TypeReference?> Signature(MethodReference method) =>
        [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)];

    private static IEnumerable<TypeReference> Constraints(GenericParameter parameter) =>
        parameter.Constraints.Select(constraint => constraint.ConstraintType);

    /// <summary>A type without what surrounds it, and its type arguments.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        TypeReference plain => [plain],
    };
}
