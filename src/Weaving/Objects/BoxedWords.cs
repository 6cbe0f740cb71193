using System.Globalization;
using System.Runtime.CompilerServices;

namespace Weaving.Objects;

/// <summary>Boxes as words.</summary>
internal static class BoxedWords
{
    /// <summary>The words of a box.</summary>
    /// <param name="box">The box.</param>
    /// <param name="encode">The number of an object that it refers to.</param>
    public static ObjectKey.Box Of(object box, Func<object?, long> encode) => new(
        box.GetType(),
        [.. Layout.OfValue(box.GetType()).Leaves.Select(leaf =>
        {
            ref byte address = ref Unsafe.Add(ref RawObject.Of(box), leaf.Offset);
            return leaf.IsReference
                ? encode(Unsafe.As<byte, object?>(ref address))
                : Word.Load(ref address, leaf.Size);
        })]);

    /// <summary>The box as a programmer would write it, without a word of code of its type.</summary>
    public static string NameOf(ObjectKey.Box box)
    {
        Leaf[] leaves = Layout.OfValue(box.Type).Leaves;
        if (Array.Exists(leaves, leaf => leaf.IsReference))
        {
            return TypeName.Of(box.Type);
        }

        if (box.Type.IsEnum || (box.Type.Assembly == typeof(object).Assembly && !box.Type.IsGenericType))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Make(box, (_, _) => null)}");
        }

        IEnumerable<string> words = leaves.Zip(box.Words, (leaf, word) => Word.Format(leaf.Type, word));
        return $"{TypeName.Of(box.Type)}({string.Join(", ", words)})";
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
