using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Runtime;

namespace Weaving.Rewriting;

/// <content>Accesses to elements of arrays, and through pointers.</content>
internal sealed partial class MethodWeaver
{
    private void WeaveElement(Instruction instruction)
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Ldelem_Ref:
                Replace(instruction, _il.Create(OpCodes.Conv_I), Site(),
                    _il.Create(OpCodes.Call, _heap[nameof(Heap.ReadElement)]));
                break;
            case Code.Stelem_Ref:
                VariableDefinition reference = Temporary(TypeSystem.Object);
                Replace(instruction, _il.Create(OpCodes.Stloc, reference), _il.Create(OpCodes.Conv_I),
                    _il.Create(OpCodes.Ldloc, reference),
                    Site(), _il.Create(OpCodes.Call, _heap[nameof(Heap.WriteElement)]));
                break;
            case Code.Ldobj or Code.Stobj or Code.Initobj:
                WeaveIndirect(instruction, (TypeReference)instruction.Operand);
                break;
            default:
                if (Primitives.OfElement(instruction, TypeSystem) is TypeReference element)
                {
                    WeaveElement(instruction, element);
                }
                else if (Primitives.OfPointer(instruction, TypeSystem) is TypeReference type)
                {
                    WeaveIndirect(instruction, type);
                }

                break;
        }
    }

    private void WeaveElement(Instruction instruction, TypeReference element)
    {
        Instruction[] address = [_il.Create(OpCodes.Readonly), _il.Create(OpCodes.Ldelema, element)];
        if (instruction.OpCode.Name.StartsWith("ld", StringComparison.Ordinal))
        {
            Replace(instruction, [.. address, .. Read(element)]);
        }
        else
        {
            VariableDefinition value = Temporary(element);
            Replace(instruction, [_il.Create(OpCodes.Stloc, value), .. address, _il.Create(OpCodes.Ldloc, value),
                .. Write(element)]);
        }
    }

    private void WeaveIndirect(Instruction instruction, TypeReference type)
    {
        bool isStore = instruction.OpCode.Name.StartsWith("st", StringComparison.Ordinal);
        Slot address = Top(isStore ? 1 : 0);
        if (address.Kind is SlotKind.Pointer or SlotKind.Value)
        {
            Forbid(instruction,
                $"touches memory through an unmanaged pointer ({instruction.OpCode.Name} at "
                + $"IL_{_offsets[instruction]:x4})",
                "Only managed references are modelled.");
        }
        else if (address.Kind == SlotKind.Heap && !Types.IsByRefLike(type))
        {
            Replace(instruction, instruction.OpCode == OpCodes.Initobj
                ? [Site(), _il.Create(OpCodes.Call, _heap.Of(nameof(Heap.Init), type))]
                : isStore ? Write(type) : Read(type));
        }
    }
}
