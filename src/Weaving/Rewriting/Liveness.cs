using System.Collections;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Rewriting;

/// <summary>
/// Which local variables and arguments of a method may still be read behind an instruction before they are written
/// again: with what callers hold, all that the code goes on from.
/// </summary>
internal sealed class Liveness
{
    private readonly MethodBody _body;
    private readonly VariableDefinition[] _variables;
    private readonly ParameterDefinition[] _arguments;
    private readonly Dictionary<Instruction, BitArray> _before = [];
    private readonly BitArray _exposed;

    /// <summary>Analyses a method whose macros have been simplified.</summary>
    public Liveness(MethodDefinition method)
    {
        _body = method.Body;
        // As they are now: rewriting adds others.
        _variables = [.. _body.Variables];
        _arguments = method.HasThis ? [_body.ThisParameter, .. method.Parameters] : [.. method.Parameters];
        _exposed = new BitArray(_variables.Length + _arguments.Length);
        foreach (Instruction instruction in _body.Instructions)
        {
            _before.Add(instruction, new BitArray(_exposed.Length));
            if (instruction.OpCode.Code is Code.Ldloca or Code.Ldarga)
            {
                // Whoever has the address may read it at any time.
                _exposed[NumberOf(instruction)] = true;
            }
        }

        bool changes = true;
        while (changes)
        {
            changes = false;
            foreach (Instruction instruction in _body.Instructions.Reverse())
            {
                changes |= Update(instruction);
            }
        }
    }

    /// <summary>Variables and parameters that are alive before an instruction.</summary>
    public IEnumerable<object> Before(Instruction instruction)
    {
        BitArray alive = new BitArray(_exposed).Or(_before[instruction]);
        return Enumerable.Range(0, alive.Length).Where(number => alive[number]).Select(number =>
            number < _variables.Length ? (object)_variables[number] : _arguments[number - _variables.Length]);
    }

    private bool Update(Instruction instruction)
    {
        BitArray alive = new(_exposed.Length);
        foreach (Instruction next in NextOf(instruction))
        {
            alive.Or(_before[next]);
        }

        if (instruction.OpCode.Code is Code.Stloc or Code.Starg)
        {
            alive[NumberOf(instruction)] = false;
        }
        else if (instruction.OpCode.Code is Code.Ldloc or Code.Ldarg)
        {
            alive[NumberOf(instruction)] = true;
        }

        // An exception may come before the instruction has done anything.
        foreach (ExceptionHandler handler in _body.ExceptionHandlers.Where(handler => Covers(handler, instruction)))
        {
            alive.Or(_before[handler.HandlerStart]);
            if (handler.FilterStart is not null)
            {
                alive.Or(_before[handler.FilterStart]);
            }
        }

        BitArray known = _before[instruction];
        alive.Or(known);
        bool changes = ((BitArray)alive.Clone()).Xor(known).HasAnySet();
        _before[instruction] = alive;
        return changes;
    }

    private IEnumerable<Instruction> NextOf(Instruction instruction) => instruction.OpCode.FlowControl switch
    {
        FlowControl.Branch => [(Instruction)instruction.Operand],
        FlowControl.Throw => [],
        FlowControl.Return when instruction.OpCode.Code is Code.Endfinally or Code.Endfilter =>
            _body.Instructions.Where(leave => leave.OpCode.Code is Code.Leave)
                .Select(leave => (Instruction)leave.Operand)
                .Concat(_body.ExceptionHandlers.Select(handler => handler.HandlerStart)),
        FlowControl.Return => [],
        FlowControl.Cond_Branch =>
            [.. instruction.Operand as Instruction[] ?? [(Instruction)instruction.Operand], instruction.Next],
        _ => instruction.Next is Instruction next ? [next] : [],
    };

    private static bool Covers(ExceptionHandler handler, Instruction instruction) =>
        instruction.Offset >= handler.TryStart.Offset
            && (handler.TryEnd is null || instruction.Offset < handler.TryEnd.Offset);

    private int NumberOf(Instruction instruction) => instruction.Operand is VariableDefinition variable
        ? variable.Index
        : _variables.Length + Array.IndexOf(_arguments, (ParameterDefinition)instruction.Operand);
}
