using Mono.Cecil;

namespace Weaving.Rewriting;

/// <summary>Which calls out of rewritten code would touch, by themselves, shared memory that they are handed.</summary>
internal static class ArgumentRules
{
    /// <summary>Members that hand on where something is, or look only at what never changes of it.</summary>
    private static readonly HashSet<string> Harmless =
    [
        "System.Runtime.CompilerServices.Unsafe::Add", "System.Runtime.CompilerServices.Unsafe::AddByteOffset",
        "System.Runtime.CompilerServices.Unsafe::AreSame", "System.Runtime.CompilerServices.Unsafe::As",
        "System.Runtime.CompilerServices.Unsafe::AsRef", "System.Runtime.CompilerServices.Unsafe::ByteOffset",
        "System.Runtime.CompilerServices.Unsafe::IsNullRef", "System.Runtime.CompilerServices.Unsafe::Subtract",
        "System.Runtime.CompilerServices.Unsafe::SubtractByteOffset",
        "System.Runtime.InteropServices.MemoryMarshal::GetArrayDataReference",
        "System.Runtime.InteropServices.MemoryMarshal::GetReference",
        "System.Runtime.InteropServices.MemoryMarshal::CreateSpan",
        "System.Runtime.InteropServices.MemoryMarshal::CreateReadOnlySpan",
        "System.Array::GetLength", "System.MemoryExtensions::AsSpan",
        "System.Span`1::.ctor", "System.Span`1::op_Implicit", "System.ReadOnlySpan`1::.ctor",
        "System.ReadOnlySpan`1::op_Implicit",
    ];

    /// <summary>What a call would touch, for people; null if it touches nothing that others may reach.</summary>
    /// <param name="method">It is not rewritten, and otherwise pure.</param>
    /// <param name="before">What stands on the stack before the call.</param>
    public static string? Touched(MethodReference method, Slot[] before)
    {
        if (Harmless.Contains($"{method.DeclaringType.GetElementType().FullName}::{method.Name}"))
        {
            return null;
        }

        for (int index = 0; index < method.Parameters.Count; index++)
        {
            switch (Types.Plain(method.Parameters[index].ParameterType))
            {
                case ByReferenceType when before[^(method.Parameters.Count - index)].Kind == SlotKind.Heap:
                    return "a reference to what others may reach";
                case ArrayType:
                    return "an array";
                case GenericInstanceType { ElementType.FullName: "System.Span`1" or "System.ReadOnlySpan`1" }:
                    return "a span";
                default:
                    break;
            }
        }

        return null;
    }
}
