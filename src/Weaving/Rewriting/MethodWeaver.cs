using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using Weaving.Runtime;

namespace Weaving.Rewriting;

/// <summary>Rewrites one method: every access to memory that others may reach becomes a call of
/// <see cref="Heap"/>.</summary>
internal sealed partial class MethodWeaver
{
    private readonly MethodDefinition _method;
    private readonly ILProcessor _il;
    private readonly HeapMethods _heap;
    private readonly StackAnalysis _stack;
    private readonly Func<TypeReference, bool> _isWoven;
    private readonly Dictionary<Instruction, int> _offsets = [];
    private readonly Dictionary<string, VariableDefinition> _temporaries = [];
    private Instruction _at = null!;
    private Slot[] _before = [];
    private bool _isVolatile;
    private TypeReference? _constraint;

    private MethodWeaver(MethodDefinition method, HeapMethods heap, Func<TypeReference, bool> isWoven)
    {
        (_method, _heap, _isWoven) = (method, heap, isWoven);
        foreach (Instruction instruction in method.Body.Instructions)
        {
            _offsets.Add(instruction, instruction.Offset);
        }

        method.Body.SimplifyMacros();
        _il = method.Body.GetILProcessor();
        _stack = new StackAnalysis(method);
        if (method.Body.Instructions.Any(jump => TargetsOf(jump).Any(target => IsBack(target, jump.Offset))))
        {
            _liveness = new Liveness(method);
        }
    }

    /// <summary>Rewrites a method.</summary>
    /// <param name="method">It has a body.</param>
    /// <param name="heap">What it is to call.</param>
    /// <param name="isWoven">Whether a type is rewritten, too.</param>
    public static void Weave(MethodDefinition method, HeapMethods heap, Func<TypeReference, bool> isWoven) =>
        new MethodWeaver(method, heap, isWoven).Weave();

    private string Member => Types.NameOf(_method);

    private TypeSystem TypeSystem => _method.Module.TypeSystem;

    private void Weave()
    {
        foreach (Instruction instruction in _method.Body.Instructions.ToArray())
        {
            if (_stack.Before(instruction) is Slot[] before)
            {
                (_at, _before) = (instruction, before);
                Weave(instruction);
            }
        }

        foreach (ExceptionHandler handler in _method.Body.ExceptionHandlers.ToArray())
        {
            GuardHandler(handler);
        }

        NumberActivations();
        if (_method.IsConstructor && !_method.IsStatic && !_method.DeclaringType.IsValueType)
        {
            InsertFirst(_il.Create(OpCodes.Ldarg, _method.Body.ThisParameter),
                _il.Create(OpCodes.Call, _heap[nameof(Heap.Made)]));
        }
        else if (_method.IsConstructor && _method.IsStatic)
        {
            foreach (Instruction end
                in _method.Body.Instructions.Where(instruction => instruction.OpCode == OpCodes.Ret).ToArray())
            {
                Replace(end, _il.Create(OpCodes.Call, _heap[nameof(Heap.EndSetUp)]), _il.Create(OpCodes.Ret));
            }

            InsertFirst(_il.Create(OpCodes.Ldtoken, Types.Itself(_method.DeclaringType)),
                _il.Create(OpCodes.Call, _heap[nameof(Heap.BeginSetUp)]));
        }

        _method.Body.OptimizeMacros();
    }

    /// <summary>Has something made that holds objects and never changes.</summary>
    public Instruction[] Holding(Instruction making) =>
        [Copy(making), _il.Create(OpCodes.Dup), Site(), _il.Create(OpCodes.Call, _heap[nameof(Heap.Holds)])];

    private Slot Top(int below = 0) => _before[^(below + 1)];

    private void Weave(Instruction instruction)
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Volatile:
                _isVolatile = true;
                Replace(instruction, _il.Create(OpCodes.Nop));
                return;
            case Code.Constrained:
                _constraint = (TypeReference)instruction.Operand;
                return;
            case Code.Tail:
                Replace(instruction, _il.Create(OpCodes.Nop));
                return;
            case Code.Call or Code.Callvirt or Code.Newobj:
                new CallWeaver(this).Weave(instruction, (MethodReference)instruction.Operand, _constraint);
                _constraint = null;
                return;
            case Code.Ldfld or Code.Stfld or Code.Ldflda:
                WeaveField(instruction, (FieldReference)instruction.Operand);
                break;
            case Code.Ldsfld or Code.Stsfld or Code.Ldsflda:
                WeaveStatic(instruction, (FieldReference)instruction.Operand);
                break;
            case Code.Beq or Code.Bne_Un or Code.Ceq when Top().IsObject && Top(1).IsObject:
                WeaveComparison(instruction);
                break;
            case Code.Newarr:
                Replace(instruction, Copy(instruction), _il.Create(OpCodes.Dup),
                    _il.Create(OpCodes.Call, _heap[nameof(Heap.Made)]));
                break;
            case Code.Box:
                Replace(instruction, Holding(instruction));
                break;
            case Code.Conv_U or Code.Conv_I when Top().Kind is SlotKind.Local or SlotKind.Heap:
                Forbid(instruction,
                    $"takes an unmanaged pointer{Whose()} ({instruction.OpCode.Name} at IL_{_offsets[instruction]:x4})",
                    "Only managed references are modelled.");
                break;
            case Code.Localloc or Code.Calli or Code.Cpblk or Code.Initblk or Code.Cpobj or Code.Jmp or Code.Mkrefany
                or Code.Arglist:
                Forbid(instruction, $"uses {instruction.OpCode.Name} at IL_{_offsets[instruction]:x4}",
                    "Only managed references are modelled.");
                break;
            case Code.Ldftn or Code.Ldvirtftn:
                WeaveFunction(instruction, (MethodReference)instruction.Operand);
                break;
            default:
                WeaveElement(instruction);
                break;
        }

        _isVolatile = false;
        WeaveBackEdge(instruction);
    }

    private void WeaveField(Instruction instruction, FieldReference field)
    {
        bool isStore = instruction.OpCode == OpCodes.Stfld;
        Slot owner = Top(isStore ? 1 : 0);
        if (owner.Kind == SlotKind.Pointer)
        {
            Forbid(instruction, $"touches {field.Name} through an unmanaged pointer",
                "Only managed references are modelled.");
        }

        TypeReference type = Types.Close(field.FieldType, field);
        if (owner.Kind is not (SlotKind.Object or SlotKind.Heap) || instruction.OpCode == OpCodes.Ldflda
            || Types.IsByRefLike(field.DeclaringType) || type is ByReferenceType or PointerType or FunctionPointerType)
        {
            return;
        }

        Instruction address = _il.Create(OpCodes.Ldflda, field);
        if (isStore)
        {
            VariableDefinition value = Temporary(type);
            Replace(instruction, [_il.Create(OpCodes.Stloc, value), address, _il.Create(OpCodes.Ldloc, value),
                .. Write(type)]);
        }
        else
        {
            Replace(instruction, [address, .. Read(type)]);
        }
    }

    private void WeaveStatic(Instruction instruction, FieldReference field)
    {
        if (field.DeclaringType.Name is "<>c" or "<>O"
            || field.DeclaringType.Name.StartsWith("<>c__", StringComparison.Ordinal)
            || field.DeclaringType.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal))
        {
            // What the compiler keeps there, such as the delegate of a lambda, is the same whoever makes it.
            return;
        }

        FieldDefinition? definition = field.Resolve();
        TypeReference type = Types.Close(field.FieldType, field);
        if (definition?.CustomAttributes.Any(
            attribute => attribute.AttributeType.Name == "ThreadStaticAttribute") == true)
        {
            Forbid(instruction,
                $"touches {Types.NameOf(field.DeclaringType)}.{field.Name}, which each thread has for itself",
                "Thread-local state is not modelled: use a local variable of the actor.");
            return;
        }

        bool isConstant = definition?.IsInitOnly == true && !(_method.IsConstructor && _method.IsStatic);
        if (instruction.OpCode == OpCodes.Ldsfld && isConstant)
        {
            MethodReference know = _heap.Of(nameof(Heap.Know), type);
            Replace(instruction, Copy(instruction), _il.Create(OpCodes.Dup), _il.Create(OpCodes.Call, know));
            return;
        }

        if (!_isWoven(field.DeclaringType))
        {
            (string reason, string remedy) = CallRules.Explain("touches", field);
            Forbid(instruction, reason, remedy);
            return;
        }

        bool isRead = instruction.OpCode == OpCodes.Ldsfld
            || (instruction.OpCode == OpCodes.Ldsflda && instruction.Next?.OpCode.Code is Code.Ldfld or Code.Ldobj);
        Instruction[] address =
        [
            _il.Create(OpCodes.Ldsflda, field), _il.Create(OpCodes.Ldtoken, field),
            _il.Create(OpCodes.Ldtoken, field.DeclaringType),
            _il.Create(isRead ? OpCodes.Ldc_I4_0 : OpCodes.Ldc_I4_1),
            _il.Create(OpCodes.Call, _heap.Of(nameof(Heap.Static), type)),
        ];
        if (instruction.OpCode == OpCodes.Stsfld)
        {
            VariableDefinition value = Temporary(type);
            Replace(instruction, [_il.Create(OpCodes.Stloc, value), .. address, _il.Create(OpCodes.Ldloc, value),
                .. Write(type)]);
        }
        else
        {
            Replace(instruction, instruction.OpCode == OpCodes.Ldsfld ? [.. address, .. Read(type)] : address);
        }
    }

    private void WeaveComparison(Instruction instruction)
    {
        Instruction same = _il.Create(OpCodes.Call, _heap[nameof(Heap.Same)]);
        switch (instruction.OpCode.Code)
        {
            case Code.Ceq:
                Replace(instruction, same);
                break;
            default:
                OpCode branch = instruction.OpCode.Code == Code.Beq ? OpCodes.Brtrue : OpCodes.Brfalse;
                Instruction jump = _il.Create(branch, (Instruction)instruction.Operand);
                _offsets.Add(jump, _offsets[instruction]);
                Replace(instruction, same, jump);
                WeaveBackEdge(jump);
                break;
        }
    }

    private void WeaveFunction(Instruction instruction, MethodReference method)
    {
        if (!_isWoven(method.DeclaringType) && !CallRules.IsPure(method))
        {
            (string reason, string remedy) = CallRules.Explain("takes a delegate of", method);
            Forbid(instruction, reason, remedy);
        }
    }

    private void GuardHandler(ExceptionHandler handler)
    {
        if (handler.HandlerType == ExceptionHandlerType.Catch)
        {
            InsertBefore(handler.HandlerStart);
        }
        else if (handler.HandlerType == ExceptionHandlerType.Filter)
        {
            InsertBefore(handler.FilterStart);
            InsertBefore(handler.HandlerStart);
        }
    }
}
