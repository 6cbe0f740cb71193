using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Rewriting;

/// <summary>Copies types of another module into one that is to be rewritten, so that their code can be, too.</summary>
/// <param name="target">Receives the copies.</param>
/// <param name="isIncluded">Whether a type that a copy refers to is to be copied.</param>
internal sealed partial class TypeCopier(ModuleDefinition target, Func<TypeDefinition, bool> isIncluded)
{
    private readonly Dictionary<TypeDefinition, TypeDefinition> _copies = [];
    private readonly Dictionary<MethodDefinition, MethodDefinition> _methods = [];
    private readonly HashSet<MethodDefinition> _signed = [];
    private readonly Queue<TypeDefinition> _open = new();
    private TypeDefinition? _type;
    private MethodDefinition? _method;

    /// <summary>Copies a type, and what it needs of the included ones, and points the module's references at the
    /// copies.</summary>
    public void Copy(IEnumerable<TypeDefinition> roots)
    {
        foreach (TypeDefinition root in roots)
        {
            Declare(Outermost(root));
        }

        while (_open.TryDequeue(out TypeDefinition? type))
        {
            Fill(type);
        }

        foreach (TypeReference reference in target.GetTypeReferences().ToArray())
        {
            if (reference.DeclaringType is null && _copies.Values.Any(copy => copy.FullName == reference.FullName))
            {
                reference.Scope = target;
            }
        }
    }

    private static TypeDefinition Outermost(TypeDefinition type) =>
        type.DeclaringType is TypeDefinition outer ? Outermost(outer) : type;

    private TypeDefinition Declare(TypeDefinition type)
    {
        if (_copies.TryGetValue(type, out TypeDefinition? known))
        {
            return known;
        }

        TypeDefinition copy = new(type.Namespace, type.Name, type.Attributes)
        {
            PackingSize = type.PackingSize,
            ClassSize = type.ClassSize
        };
        _copies.Add(type, copy);
        CopyParameters(type, copy);
        if (type.IsValueType)
        {
            // References to it say what it is from the start.
            copy.BaseType = target.ImportReference(type.BaseType);
        }

        if (type.DeclaringType is TypeDefinition outer)
        {
            Declare(outer).NestedTypes.Add(copy);
        }
        else
        {
            target.Types.Add(copy);
        }

        foreach (MethodDefinition method in type.Methods)
        {
            MethodDefinition made = new(method.Name, method.Attributes & ~MethodAttributes.HasSecurity,
                target.TypeSystem.Void)
            {
                ImplAttributes = method.ImplAttributes,
                HasThis = method.HasThis,
                ExplicitThis = method.ExplicitThis,
                CallingConvention = method.CallingConvention,
            };
            CopyParameters(method, made);
            copy.Methods.Add(made);
            _methods.Add(method, made);
        }

        foreach (TypeDefinition nested in type.NestedTypes)
        {
            Declare(nested);
        }

        _open.Enqueue(type);
        return copy;
    }

    private static void CopyParameters(IGenericParameterProvider from, IGenericParameterProvider to)
    {
        foreach (GenericParameter parameter in from.GenericParameters)
        {
            to.GenericParameters.Add(new GenericParameter(parameter.Name, to) { Attributes = parameter.Attributes });
        }
    }

    private void Fill(TypeDefinition type)
    {
        TypeDefinition copy = _copies[type];
        (_type, _method) = (copy, null);
        copy.BaseType = type.BaseType is null ? null : Map(type.BaseType);
        foreach (InterfaceImplementation implemented in type.Interfaces)
        {
            copy.Interfaces.Add(new InterfaceImplementation(Map(implemented.InterfaceType)));
        }

        CopyConstraints(type, copy);
        foreach (CustomAttribute attribute in type.CustomAttributes.Where(each =>
            each.AttributeType.Name is "IsByRefLikeAttribute" or "InlineArrayAttribute"))
        {
            copy.CustomAttributes.Add(
                new CustomAttribute(target.ImportReference(attribute.Constructor), attribute.GetBlob()));
        }

        foreach (FieldDefinition field in type.Fields)
        {
            FieldDefinition made = new(field.Name, field.Attributes, Map(field.FieldType));
            copy.Fields.Add(made);
            if (field.HasLayoutInfo)
            {
                made.Offset = field.Offset;
            }

            if (field.HasConstant)
            {
                made.Constant = field.Constant;
            }

            made.InitialValue = field.InitialValue;
            foreach (CustomAttribute attribute
                in field.CustomAttributes.Where(each => each.AttributeType.Name == "ThreadStaticAttribute"))
            {
                made.CustomAttributes.Add(new CustomAttribute(target.ImportReference(attribute.Constructor)));
            }
        }

        foreach (MethodDefinition method in type.Methods)
        {
            Fill(method);
        }
    }

    private void CopyConstraints(IGenericParameterProvider from, IGenericParameterProvider to)
    {
        for (int index = 0; index < from.GenericParameters.Count; index++)
        {
            foreach (GenericParameterConstraint constraint in from.GenericParameters[index].Constraints)
            {
                to.GenericParameters[index].Constraints.Add(
                    new GenericParameterConstraint(Map(constraint.ConstraintType)));
            }
        }
    }

    private void Fill(MethodDefinition method)
    {
        MethodDefinition copy = FillSignature(method);
        _method = copy;
        CopyConstraints(method, copy);
        foreach (MethodReference overridden in method.Overrides)
        {
            copy.Overrides.Add(Map(overridden));
        }

        if (method.HasBody)
        {
            FillBody(method.Body, copy.Body);
        }
    }

    /// <summary>A method may be called from a copy before its own turn comes.</summary>
    private MethodDefinition FillSignature(MethodDefinition method)
    {
        MethodDefinition copy = _methods[method];
        if (_signed.Add(method))
        {
            (TypeDefinition? type, MethodDefinition? caller) = (_type, _method);
            (_type, _method) = (copy.DeclaringType, copy);
            copy.ReturnType = Map(method.ReturnType);
            foreach (ParameterDefinition parameter in method.Parameters)
            {
                copy.Parameters.Add(new ParameterDefinition(
                    parameter.Name, parameter.Attributes & ~(ParameterAttributes.HasDefault
                        | ParameterAttributes.HasFieldMarshal), Map(parameter.ParameterType)));
            }

            (_type, _method) = (type, caller);
        }

        return copy;
    }

    private void FillBody(MethodBody body, MethodBody copy)
    {
        copy.InitLocals = body.InitLocals;
        copy.MaxStackSize = body.MaxStackSize;
        foreach (VariableDefinition variable in body.Variables)
        {
            copy.Variables.Add(new VariableDefinition(Map(variable.VariableType)));
        }

        Dictionary<Instruction, Instruction> made = [];
        foreach (Instruction instruction in body.Instructions)
        {
            Instruction blank = Instruction.Create(OpCodes.Nop);
            (blank.OpCode, blank.Offset) = (instruction.OpCode, instruction.Offset);
            made.Add(instruction, blank);
            copy.Instructions.Add(blank);
        }

        foreach ((Instruction from, Instruction to) in made)
        {
            to.Operand = from.Operand switch
            {
                Instruction jump => made[jump],
                Instruction[] jumps => jumps.Select(jump => made[jump]).ToArray(),
                TypeReference type => Map(type),
                MethodReference method => Map(method),
                FieldReference field => Map(field),
                VariableDefinition variable => copy.Variables[variable.Index],
                ParameterDefinition parameter => parameter == body.ThisParameter
                    ? copy.ThisParameter
                    : copy.Method.Parameters[parameter.Index],
                object other => other,
                null => null,
            };
        }

        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            copy.ExceptionHandlers.Add(new ExceptionHandler(handler.HandlerType)
            {
                TryStart = made[handler.TryStart],
                TryEnd = Of(handler.TryEnd),
                HandlerStart = made[handler.HandlerStart],
                HandlerEnd = Of(handler.HandlerEnd),
                FilterStart = Of(handler.FilterStart),
                CatchType = handler.CatchType is null ? null : Map(handler.CatchType),
            });
        }

        Instruction? Of(Instruction? instruction) => instruction is null ? null : made[instruction];
    }
}
