using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Rewriting;

/// <summary>What stands on the evaluation stack before each instruction of a method.</summary>
internal sealed class StackAnalysis
{
    private readonly MethodDefinition _method;
    private readonly Dictionary<Instruction, Slot[]> _before = [];
    private readonly Queue<Instruction> _open = new();

    /// <summary>Analyses a method.</summary>
    public StackAnalysis(MethodDefinition method)
    {
        _method = method;
        Reach(method.Body.Instructions[0], []);
        foreach (ExceptionHandler handler in method.Body.ExceptionHandlers)
        {
            Slot[] thrown = [new Slot(SlotKind.Object, handler.CatchType)];
            Reach(handler.HandlerStart, handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter
                ? thrown
                : []);
            if (handler.FilterStart is not null)
            {
                Reach(handler.FilterStart, thrown);
            }
        }

        while (_open.TryDequeue(out Instruction? instruction))
        {
            Follow(instruction);
        }
    }

    /// <summary>The stack before an instruction, the top last; null if the instruction cannot be reached.</summary>
    public Slot[]? Before(Instruction instruction) => _before.GetValueOrDefault(instruction);

    private void Reach(Instruction instruction, Slot[] stack)
    {
        if (!_before.TryGetValue(instruction, out Slot[]? known))
        {
            _before.Add(instruction, stack);
            _open.Enqueue(instruction);
            return;
        }

        bool changes = false;
        Slot[] merged = [.. known];
        for (int index = 0; index < Math.Min(known.Length, stack.Length); index++)
        {
            Slot other = stack[index];
            bool weakens = (known[index].Kind, other.Kind) is (SlotKind.Local, SlotKind.Heap)
                or (SlotKind.Null, SlotKind.Object);
            merged[index] = weakens ? other : known[index];
            changes |= weakens;
        }

        if (changes)
        {
            _before[instruction] = merged;
            _open.Enqueue(instruction);
        }
    }

    private void Follow(Instruction instruction)
    {
        List<Slot> stack = [.. _before[instruction]];
        Apply(instruction, stack);
        Slot[] after = [.. stack];
        switch (instruction.OpCode.FlowControl)
        {
            case FlowControl.Branch:
                Reach((Instruction)instruction.Operand, instruction.OpCode.Code is Code.Leave or Code.Leave_S
                    ? []
                    : after);
                return;
            case FlowControl.Return or FlowControl.Throw:
                return;
            case FlowControl.Cond_Branch:
                foreach (Instruction target
                    in instruction.Operand as Instruction[] ?? [(Instruction)instruction.Operand])
                {
                    Reach(target, after);
                }

                break;
            default:
                break;
        }

        if (instruction.Next is not null)
        {
            Reach(instruction.Next, after);
        }
    }

    private void Apply(Instruction instruction, List<Slot> stack)
    {
        Slot top = stack.Count > 0 ? stack[^1] : default;
        switch (instruction.OpCode.Code)
        {
            case Code.Ldarg:
                stack.Add(OfArgument((ParameterDefinition)instruction.Operand));
                break;
            case Code.Ldarga:
                stack.Add(new Slot(SlotKind.Local, ((ParameterDefinition)instruction.Operand).ParameterType));
                break;
            case Code.Ldloc:
                stack.Add(Slot.Of(((VariableDefinition)instruction.Operand).VariableType));
                break;
            case Code.Ldloca:
                stack.Add(new Slot(SlotKind.Local, ((VariableDefinition)instruction.Operand).VariableType));
                break;
            case Code.Ldnull:
                stack.Add(new Slot(SlotKind.Null));
                break;
            case Code.Ldstr:
                stack.Add(new Slot(SlotKind.Object, _method.Module.TypeSystem.String));
                break;
            case Code.Dup:
                stack.Add(top);
                break;
            case Code.Call or Code.Callvirt or Code.Newobj:
                Call(instruction, stack);
                break;
            case Code.Ldind_Ref:
                Exchange(stack, 1, new Slot(SlotKind.Object, top.Type));
                break;
            case Code.Ldobj or Code.Unbox_Any:
                Exchange(stack, 1, Slot.Of((TypeReference)instruction.Operand));
                break;
            case Code.Castclass or Code.Isinst or Code.Box:
                Exchange(stack, 1, new Slot(SlotKind.Object, (TypeReference)instruction.Operand));
                break;
            case Code.Unbox:
                Exchange(stack, 1, new Slot(SlotKind.Local, (TypeReference)instruction.Operand));
                break;
            case Code.Ldfld:
                Exchange(stack, 1, Slot.Of(TypeOf((FieldReference)instruction.Operand)));
                break;
            case Code.Ldflda:
                SlotKind kind = top.Kind is SlotKind.Local or SlotKind.Pointer ? top.Kind : SlotKind.Heap;
                Exchange(stack, 1, new Slot(kind, TypeOf((FieldReference)instruction.Operand)));
                break;
            case Code.Ldsfld:
                stack.Add(Slot.Of(TypeOf((FieldReference)instruction.Operand)));
                break;
            case Code.Ldsflda:
                stack.Add(new Slot(SlotKind.Heap, TypeOf((FieldReference)instruction.Operand)));
                break;
            case Code.Newarr:
                Exchange(stack, 1, new Slot(SlotKind.Object, new ArrayType((TypeReference)instruction.Operand)));
                break;
            case Code.Ldelema:
                Exchange(stack, 2, new Slot(SlotKind.Heap, (TypeReference)instruction.Operand));
                break;
            case Code.Ldelem_Ref:
                Exchange(stack, 2, new Slot(SlotKind.Object, (stack[^2].Type as ArrayType)?.ElementType));
                break;
            case Code.Ldelem_Any:
                Exchange(stack, 2, Slot.Of((TypeReference)instruction.Operand));
                break;
            case Code.Conv_U or Code.Conv_I when top.Kind is SlotKind.Local or SlotKind.Heap or SlotKind.Pointer:
                Exchange(stack, 1, new Slot(SlotKind.Pointer));
                break;
            case Code.Localloc:
                Exchange(stack, 1, new Slot(SlotKind.Pointer));
                break;
            case Code.Add or Code.Sub when stack[^2].Kind is SlotKind.Pointer or SlotKind.Local or SlotKind.Heap:
                Exchange(stack, 2, stack[^2]);
                break;
            case Code.Ret or Code.Endfinally or Code.Leave:
                stack.Clear();
                break;
            default:
                Exchange(stack, Pops(instruction.OpCode.StackBehaviourPop), default);
                stack.RemoveAt(stack.Count - 1);
                for (int pushes = Pushes(instruction.OpCode.StackBehaviourPush); pushes > 0; pushes--)
                {
                    stack.Add(new Slot(SlotKind.Value));
                }

                break;
        }
    }

    private Slot OfArgument(ParameterDefinition parameter) => parameter == _method.Body.ThisParameter
        ? new Slot(_method.DeclaringType.IsValueType ? SlotKind.Heap : SlotKind.Object, _method.DeclaringType)
        : Slot.Of(parameter.ParameterType);

    private static TypeReference TypeOf(FieldReference field) => Types.Close(field.FieldType, field);

    private static void Call(Instruction instruction, List<Slot> stack)
    {
        MethodReference callee = (MethodReference)instruction.Operand;
        bool makes = instruction.OpCode.Code == Code.Newobj;
        int arguments = callee.Parameters.Count + (callee.HasThis && !makes ? 1 : 0);
        stack.RemoveRange(stack.Count - arguments, arguments);
        TypeReference result = Types.Close(callee.ReturnType, callee);
        if (makes)
        {
            stack.Add(Slot.Of(callee.DeclaringType));
        }
        else if (result.MetadataType != MetadataType.Void)
        {
            stack.Add(Slot.Of(result));
        }
    }

    private static void Exchange(List<Slot> stack, int pops, Slot pushed)
    {
        stack.RemoveRange(stack.Count - pops, pops);
        stack.Add(pushed);
    }

    private static int Pops(StackBehaviour behaviour) => behaviour switch
    {
        StackBehaviour.Pop0 => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8
            or StackBehaviour.Popi_popr4 or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1
            or StackBehaviour.Popref_popi => 2,
        StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_popi or StackBehaviour.Popref_popi_popi8
            or StackBehaviour.Popref_popi_popr4 or StackBehaviour.Popref_popi_popr8
            or StackBehaviour.Popref_popi_popref => 3,
        _ => throw new NotSupportedException($"An instruction with the stack behaviour {behaviour} is not modelled."),
    };

    private static int Pushes(StackBehaviour behaviour) => behaviour switch
    {
        StackBehaviour.Push0 => 0,
        StackBehaviour.Push1_push1 => 2,
        _ => 1,
    };
}
