using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Refusals;
using Weaving.Runtime;

namespace Weaving.Rewriting;

/// <content>The instructions that take the place of others.</content>
internal sealed partial class MethodWeaver
{
    /// <summary>Puts a guard before the first instruction of a handler; what ended there ends before the
    /// guard.</summary>
    private void InsertBefore(Instruction start)
    {
        Instruction guard = _il.Create(OpCodes.Call, _heap[nameof(Heap.StayEnded)]);
        _il.InsertBefore(start, guard);
        foreach (ExceptionHandler handler in _method.Body.ExceptionHandlers)
        {
            handler.TryStart = handler.TryStart == start ? guard : handler.TryStart;
            handler.TryEnd = handler.TryEnd == start ? guard : handler.TryEnd;
            handler.HandlerStart = handler.HandlerStart == start ? guard : handler.HandlerStart;
            handler.HandlerEnd = handler.HandlerEnd == start ? guard : handler.HandlerEnd;
            handler.FilterStart = handler.FilterStart == start ? guard : handler.FilterStart;
        }
    }

    /// <summary>Before everything else; a jump back to the first instruction does not repeat it.</summary>
    private void InsertFirst(params Instruction[] instructions)
    {
        Instruction first = _method.Body.Instructions[0];
        foreach (Instruction instruction in instructions)
        {
            _il.InsertBefore(first, instruction);
        }
    }

    internal ILProcessor IL => _il;

    internal HeapMethods Methods => _heap;

    internal Slot[] Before => _before;

    internal MethodDefinition Method => _method;

    internal TypeReference Caller => _method.DeclaringType;

    internal bool IsWoven(TypeReference type) => _isWoven(type);

    internal Instruction[] Read(TypeReference type) =>
        [Site(), _il.Create(OpCodes.Call, _heap.Of(_isVolatile ? nameof(Heap.ReadVolatile) : nameof(Heap.Read), type))];

    internal Instruction[] Write(TypeReference type) =>
        [Site(),
            _il.Create(OpCodes.Call, _heap.Of(_isVolatile ? nameof(Heap.WriteVolatile) : nameof(Heap.Write), type))];

    internal Instruction Site()
    {
        SequencePoint? point = _method.DebugInformation.HasSequencePoints
            ? _method.DebugInformation.SequencePoints.LastOrDefault(
                point => point.Offset <= _offsets[_at] && !point.IsHidden)
            : null;
        return _il.Create(OpCodes.Ldc_I4,
            CodeSites.Add(new CodeSite(Member, _offsets[_at], point?.Document.Url, point?.StartLine ?? 0)));
    }

    /// <summary>The code ends a run that gets here.</summary>
    internal void Forbid(Instruction instruction, string reason, string remedy)
    {
        int number = AddRefusal(reason, remedy);
        instruction = instruction.Previous?.OpCode == OpCodes.Constrained ? instruction.Previous : instruction;
        Replace(instruction, _il.Create(OpCodes.Ldc_I4, number), _il.Create(OpCodes.Call, _heap[nameof(Heap.Forbid)]),
            Copy(instruction));
    }

    internal int AddRefusal(string reason, string remedy)
    {
        CodeSite site = CodeSites.At((int)Site().Operand);
        return CodeSites.Add(new Refusal(Member, site.ToString(), reason, remedy));
    }

    internal VariableDefinition Temporary(TypeReference type, string use = "")
    {
        string key = $"{type.FullName} {use}";
        if (!_temporaries.TryGetValue(key, out VariableDefinition? variable))
        {
            variable = new VariableDefinition(type);
            _method.Body.Variables.Add(variable);
            _method.Body.InitLocals = true;
            _temporaries.Add(key, variable);
        }

        return variable;
    }

    internal Instruction Copy(Instruction instruction)
    {
        Instruction copy = _il.Create(OpCodes.Nop);
        (copy.OpCode, copy.Operand) = (instruction.OpCode, instruction.Operand);
        return copy;
    }

    /// <summary>Puts a sequence in an instruction's place: what jumps to the instruction comes to the first of
    /// it.</summary>
    internal void Replace(Instruction instruction, params Instruction[] sequence)
    {
        (instruction.OpCode, instruction.Operand) = (sequence[0].OpCode, sequence[0].Operand);
        Instruction last = instruction;
        foreach (Instruction next in sequence[1..])
        {
            _il.InsertAfter(last, next);
            last = next;
        }
    }

    /// <summary>Whose address it is, for people.</summary>
    private string Whose()
    {
        Instruction? origin = _at.Previous;
        while (origin is not null
            && origin.OpCode.Code is not (Code.Ldflda or Code.Ldelema or Code.Ldsflda or Code.Ldloca))
        {
            origin = origin.Previous;
        }

        return origin?.Operand is FieldReference field ? $" to {Types.NameOf(field.DeclaringType)}.{field.Name}" : "";
    }
}
