using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Rewriting;

/// <summary>The types that instructions name in their opcode.</summary>
internal static class Primitives
{
    /// <summary>The element that an instruction loads or stores; null if it is none that does.</summary>
    public static TypeReference? OfElement(Instruction instruction, TypeSystem types) => instruction.OpCode.Code switch
    {
        Code.Ldelem_Any or Code.Stelem_Any => (TypeReference)instruction.Operand,
        Code.Ldelem_I1 or Code.Stelem_I1 => types.SByte,
        Code.Ldelem_U1 => types.Byte,
        Code.Ldelem_I2 or Code.Stelem_I2 => types.Int16,
        Code.Ldelem_U2 => types.UInt16,
        Code.Ldelem_I4 or Code.Stelem_I4 => types.Int32,
        Code.Ldelem_U4 => types.UInt32,
        Code.Ldelem_I8 or Code.Stelem_I8 => types.Int64,
        Code.Ldelem_I or Code.Stelem_I => types.IntPtr,
        Code.Ldelem_R4 or Code.Stelem_R4 => types.Single,
        Code.Ldelem_R8 or Code.Stelem_R8 => types.Double,
        _ => null,
    };

    /// <summary>What an instruction loads or stores through a pointer; null if it is none that does.</summary>
    public static TypeReference? OfPointer(Instruction instruction, TypeSystem types) => instruction.OpCode.Code switch
    {
        Code.Ldind_I1 or Code.Stind_I1 => types.SByte,
        Code.Ldind_U1 => types.Byte,
        Code.Ldind_I2 or Code.Stind_I2 => types.Int16,
        Code.Ldind_U2 => types.UInt16,
        Code.Ldind_I4 or Code.Stind_I4 => types.Int32,
        Code.Ldind_U4 => types.UInt32,
        Code.Ldind_I8 or Code.Stind_I8 => types.Int64,
        Code.Ldind_I or Code.Stind_I => types.IntPtr,
        Code.Ldind_R4 or Code.Stind_R4 => types.Single,
        Code.Ldind_R8 or Code.Stind_R8 => types.Double,
        Code.Ldind_Ref or Code.Stind_Ref => types.Object,
        _ => null,
    };
}
