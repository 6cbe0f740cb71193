using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Refusals;
using Weaving.Runtime;

namespace Weaving.Rewriting;

/// <content>Jumps back: each begins another turn of a loop, perhaps of a wait.</content>
internal sealed partial class MethodWeaver
{
    /// <summary>Of a type parameter: <c>allows ref struct</c>.</summary>
    private const int AllowsByRefLike = 0x20;

    private readonly Dictionary<Instruction, int> _heads = [];
    private Liveness? _liveness;
    private VariableDefinition? _activation;

    private void WeaveBackEdge(Instruction instruction)
    {
        if (!_offsets.TryGetValue(instruction, out int offset))
        {
            return;
        }

        Instruction[] targets = TargetsOf(instruction);
        if (!Array.Exists(targets, target => IsBack(target, offset)))
        {
            return;
        }

        Instruction[] turn = [.. Keep(instruction, targets), _il.Create(OpCodes.Ldc_I4, HeadOf(targets[0])),
            _il.Create(OpCodes.Ldloc, Activation), _il.Create(OpCodes.Call, _heap.OfLoop(nameof(Loops.BackEdge)))];
        if (instruction.OpCode.FlowControl == FlowControl.Branch || instruction.Operand is Instruction[])
        {
            Replace(instruction, [.. turn, Copy(instruction)]);
            return;
        }

        Instruction next = instruction.Next;
        Replace(instruction, [_il.Create(instruction.OpCode, turn[0]), _il.Create(OpCodes.Br, next), .. turn,
            _il.Create(OpCodes.Br, targets[0])]);
    }

    private static Instruction[] TargetsOf(Instruction instruction) =>
        instruction.Operand as Instruction[] ?? (instruction.Operand is Instruction one ? [one] : []);

    private bool IsBack(Instruction target, int offset) => _offsets.GetValueOrDefault(target, int.MaxValue) <= offset;

    /// <summary>Tells apart the calls of a method: what its callers hold is the same within one.</summary>
    private VariableDefinition Activation => _activation ??= Temporary(TypeSystem.Int32, "activation");

    private void NumberActivations()
    {
        if (_activation is not null)
        {
            InsertFirst(_il.Create(OpCodes.Call, _heap.OfLoop(nameof(Loops.Enter))),
                _il.Create(OpCodes.Stloc, _activation));
        }
    }

    /// <summary>Numbers the places where turns begin.</summary>
    private int HeadOf(Instruction target)
    {
        if (!_heads.TryGetValue(target, out int head))
        {
            head = CodeSites.Add(new CodeSite(Member, _offsets.GetValueOrDefault(target), null, 0));
            _heads.Add(target, head);
        }

        return head;
    }

    /// <summary>Shows all that the next turn goes on from, unless a switch or the stack has a part in it.</summary>
    private IEnumerable<Instruction> Keep(Instruction jump, Instruction[] targets)
    {
        if (targets.Length > 1 || _stack.Before(targets[0]) is { Length: > 0 })
        {
            return [_il.Create(OpCodes.Call, _heap.OfLoop(nameof(Loops.KeepUnknown)))];
        }

        // What a jump out of a block runs on its way may change what is alive behind it.
        Instruction from = jump.OpCode.Code == Code.Leave ? jump : targets[0];
        return _liveness!.Before(from).SelectMany(alive => alive is VariableDefinition variable
            ? Keep(_il.Create(OpCodes.Ldloc, variable), variable.VariableType)
            : Keep(_il.Create(OpCodes.Ldarg, (ParameterDefinition)alive), TypeOf((ParameterDefinition)alive)));
    }

    private Instruction[] Keep(Instruction load, TypeReference type)
    {
        TypeReference plain = Types.Plain(type);
        if (plain is ByReferenceType reference && !Types.IsByRefLike(reference.ElementType))
        {
            return [load, _il.Create(OpCodes.Call, _heap.OfLoop(nameof(Loops.KeepAddress)))];
        }

        bool isUnknown = type is PinnedType || plain is ByReferenceType or PointerType or FunctionPointerType
            || (plain is GenericParameter parameter && ((int)parameter.Attributes & AllowsByRefLike) != 0)
            || Types.IsByRefLike(plain);
        return isUnknown
            ? [_il.Create(OpCodes.Call, _heap.OfLoop(nameof(Loops.KeepUnknown)))]
            : [load, _il.Create(OpCodes.Call,
                _heap.OfLoop(nameof(Loops.Keep), Slot.Of(plain).IsObject ? TypeSystem.Object : plain))];
    }

    private TypeReference TypeOf(ParameterDefinition parameter) => parameter != _method.Body.ThisParameter
        ? parameter.ParameterType
        : _method.DeclaringType.IsValueType
            ? new ByReferenceType(_method.DeclaringType)
            : TypeSystem.Object;
}
