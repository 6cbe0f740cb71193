using System.Globalization;
using System.Runtime.CompilerServices;

namespace Weaving.Objects;

/// <summary>Boxes as words.</summary>
internal static class BoxedWords
{
    /// <summary>The words of a box of a struct without references.</summary>
    public static long[] Of(object box) => [.. Layout.OfValue(box.GetType()).Leaves.Select(leaf =>
        Word.Load(ref Unsafe.Add(ref RawObject.Of(box), leaf.Offset), leaf.Size))];

    /// <summary>The box as a programmer would write it, without a word of code of its type.</summary>
    public static string NameOf(object box)
    {
        Type type = box.GetType();
        if (type.IsEnum || (type.Assembly == typeof(object).Assembly && !type.IsGenericType))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{box}");
        }

        IEnumerable<string> words = Layout.OfValue(type).Leaves.Zip(Of(box))
            .Select(word => Word.Format(word.First.Type, word.Second));
        return $"{TypeName.Of(type)}({string.Join(", ", words)})";
    }

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
