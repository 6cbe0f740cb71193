using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Refusals;

namespace Weaving.Rewriting;

/// <summary>
/// Finds loops that do nothing but read plain fields: a compiler may read such a field once, before the loop, which
/// then never ends. No memory model says that, so that it is a warning.
/// </summary>
internal static class PlainWaits
{
    /// <summary>The loops of a method, one sentence each.</summary>
    public static IEnumerable<string> In(MethodDefinition method)
    {
        foreach (Instruction jump in method.Body.Instructions)
        {
            if (jump.Operand is Instruction target && target.Offset <= jump.Offset
                && ReadOf(target, jump) is Instruction read)
            {
                FieldReference field = (FieldReference)read.Operand;
                yield return $"{Types.NameOf(method)} waits for {Types.NameOf(field.DeclaringType)}.{field.Name} by a "
                    + "plain "
                    + $"read ({SiteOf(method, read)}): a compiler may read it once. Make it "
                    + "volatile, or use Volatile.Read.";
            }
        }
    }

    /// <summary>The first read of a field in a loop that does nothing else; null if it does.</summary>
    private static Instruction? ReadOf(Instruction from, Instruction to)
    {
        Instruction? read = null;
        for (Instruction? at = from; at is not null && at.Offset <= to.Offset; at = at.Next)
        {
            if (!IsQuiet(at.OpCode.Code))
            {
                return null;
            }

            read ??= at.OpCode.Code is Code.Ldfld or Code.Ldsfld ? at : null;
        }

        return read;
    }

    private static bool IsQuiet(Code code) => code is not (Code.Call or Code.Callvirt or Code.Calli or Code.Newobj
        or Code.Newarr or Code.Volatile or Code.Add or Code.Sub or Code.Stfld or Code.Stsfld or Code.Stobj
        or Code.Initobj
        or Code.Ret or Code.Throw or Code.Ldloca or Code.Ldloca_S)
        && !$"{code}".StartsWith("Stelem", StringComparison.Ordinal)
        && !$"{code}".StartsWith("Stind", StringComparison.Ordinal);

    private static CodeSite SiteOf(MethodDefinition method, Instruction read)
    {
        SequencePoint? point = method.DebugInformation.HasSequencePoints
            ? method.DebugInformation.SequencePoints.LastOrDefault(
                point => point.Offset <= read.Offset && !point.IsHidden)
            : null;
        return new CodeSite(Types.NameOf(method), read.Offset, point?.Document.Url, point?.StartLine ?? 0);
    }
}
