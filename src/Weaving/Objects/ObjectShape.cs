using System.Runtime.CompilerServices;

namespace Weaving.Objects;

/// <summary>What an object is like before its constructor runs.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Lengths">An array's lengths, the first dimension's in the lowest bits; 0 for other objects.</param>
internal readonly record struct ObjectShape(Type Type, long Lengths)
{
    private const int Bits = 64;

    /// <summary>The shape as a text, the same in every process.</summary>
    public string Text => $"{TypeName.Unique(Type)} {Lengths}";

    /// <summary>The shape as a programmer would speak of it, such as <c>Node</c> or <c>int[4]</c>.</summary>
    public string Name
    {
        get
        {
            string name = TypeName.Of(Type);
            return Type.IsArray && Type.GetArrayRank() == 1 ? $"{name[..^1]}{Lengths}]" : name;
        }
    }

    /// <summary>The shape of an object.</summary>
    public static ObjectShape Of(object value)
    {
        if (value is not Array array)
        {
            return new ObjectShape(value.GetType(), 0);
        }

        long lengths = 0;
        for (int dimension = array.Rank - 1; dimension >= 0; dimension--)
        {
            lengths = (lengths << (Bits / array.Rank)) | (uint)array.GetLength(dimension);
        }

        return new ObjectShape(value.GetType(), lengths);
    }

    /// <summary>Whether the elements of an array can be told apart: its lengths fit and begin at 0.</summary>
    public static bool Fits(Array array) => array.Rank == 1
        || (array.Rank <= 4 && Enumerable.Range(0, array.Rank).All(dimension =>
            array.GetLowerBound(dimension) == 0 && array.GetLength(dimension) < 1L << ((Bits / array.Rank) - 1)));

    /// <summary>Makes an object of this shape, without running a constructor.</summary>
    public object Make()
    {
        if (!Type.IsArray)
        {
            return RuntimeHelpers.GetUninitializedObject(Type);
        }

        int rank = Type.GetArrayRank();
        long lengths = Lengths;
        int[] each = new int[rank];
        for (int dimension = 0; dimension < rank; dimension++)
        {
            each[dimension] = (int)(rank == 1 ? lengths : lengths & ((1L << (Bits / rank)) - 1));
            lengths >>= Bits / rank % Bits;
        }

        return Array.CreateInstance(Type.GetElementType()!, each);
    }
}
