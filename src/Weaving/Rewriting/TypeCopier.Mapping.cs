using Mono.Cecil;

namespace Weaving.Rewriting;

/// <content>What a name in the original means in the copy.</content>
internal sealed partial class TypeCopier
{
    private TypeReference Map(TypeReference type)
    {
        switch (type)
        {
            case GenericParameter { Type: GenericParameterType.Type } parameter:
                return _type!.GenericParameters[parameter.Position];
            case GenericParameter parameter:
                return _method!.GenericParameters[parameter.Position];
            case ByReferenceType reference:
                return new ByReferenceType(Map(reference.ElementType));
            case PointerType pointer:
                return new PointerType(Map(pointer.ElementType));
            case PinnedType pinned:
                return new PinnedType(Map(pinned.ElementType));
            case RequiredModifierType required:
                return new RequiredModifierType(Map(required.ModifierType), Map(required.ElementType));
            case OptionalModifierType optional:
                return new OptionalModifierType(Map(optional.ModifierType), Map(optional.ElementType));
            case ArrayType array:
                return array.IsVector
                    ? new ArrayType(Map(array.ElementType))
                    : new ArrayType(Map(array.ElementType), array.Rank);
            case GenericInstanceType instance:
                GenericInstanceType mapped = new(Map(instance.ElementType));
                foreach (TypeReference argument in instance.GenericArguments)
                {
                    mapped.GenericArguments.Add(Map(argument));
                }

                return mapped;
            case FunctionPointerType:
                return target.TypeSystem.IntPtr;
            default:
                return MapPlain(type);
        }
    }

    private TypeReference MapPlain(TypeReference type)
    {
        if (TypeReplacement.Find(type.FullName) is Type replacement)
        {
            return target.ImportReference(replacement);
        }

        TypeDefinition definition = type.Resolve();
        return _copies.ContainsKey(definition) || isIncluded(Outermost(definition))
            ? Included(definition)
            : target.ImportReference(definition);
    }

    private TypeDefinition Included(TypeDefinition type)
    {
        Declare(Outermost(type));
        return _copies[type];
    }

    private MethodReference Map(MethodReference method)
    {
        TypeReference declaring = Map(method.DeclaringType);
        if (declaring is ArrayType)
        {
            throw new NotSupportedException(
                $"{method.FullName} cannot be copied: arrays of several dimensions are not modelled.");
        }

        MethodDefinition definition = method.Resolve();
        MethodReference open = _methods.ContainsKey(definition)
            ? FillSignature(definition)
            : target.ImportReference(definition);
        MethodReference mapped = declaring == open.DeclaringType ? open : On(declaring, open);
        if (method is not GenericInstanceMethod instance)
        {
            return mapped;
        }

        GenericInstanceMethod closed = new(mapped);
        foreach (TypeReference argument in instance.GenericArguments)
        {
            closed.GenericArguments.Add(Map(argument));
        }

        return closed;
    }

    private static MethodReference On(TypeReference declaring, MethodReference open)
    {
        MethodReference mapped = new(open.Name, open.ReturnType, declaring)
        {
            HasThis = open.HasThis,
            ExplicitThis = open.ExplicitThis,
            CallingConvention = open.CallingConvention,
        };
        CopyParameters(open, mapped);
        foreach (ParameterDefinition parameter in open.Parameters)
        {
            mapped.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
        }

        return mapped;
    }

    private FieldReference Map(FieldReference field)
    {
        TypeReference declaring = Map(field.DeclaringType);
        FieldDefinition definition = field.Resolve();
        TypeReference type = _copies.TryGetValue(definition.DeclaringType, out TypeDefinition? copy)
            ? TypeOf(definition, copy)
            : target.ImportReference(definition).FieldType;
        return new FieldReference(field.Name, type, declaring);
    }

    private TypeReference TypeOf(FieldDefinition field, TypeDefinition copy)
    {
        TypeDefinition? former = _type;
        _type = copy;
        TypeReference type = Map(field.FieldType);
        _type = former;
        return type;
    }
}
