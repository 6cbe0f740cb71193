using System.Runtime.CompilerServices;

namespace Weaving.Objects;

/// <summary>Makes boxes from what their words hold.</summary>
internal static class BoxedWords
{
    /// <summary>A box.</summary>
    /// <param name="box">What it holds.</param>
    /// <param name="decode">The object of a number in a word.</param>
    public static object Make(ObjectKey.Box box, Func<long, Leaf, object?> decode)
    {
        object made = RuntimeHelpers.GetUninitializedObject(box.Type);
        Leaf[] leaves = Layout.OfValue(box.Type).Leaves;
        for (int index = 0; index < leaves.Length; index++)
        {
            ref byte address = ref Unsafe.Add(ref RawObject.Of(made), leaves[index].Offset);
            if (leaves[index].IsReference)
            {
                Unsafe.As<byte, object?>(ref address) = decode(box.Words[index], leaves[index]);
            }
            else
            {
                Word.Store(ref address, leaves[index].Size, box.Words[index]);
            }
        }

        return made;
    }
}
