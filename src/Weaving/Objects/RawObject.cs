using System.Runtime.CompilerServices;

namespace Weaving.Objects;

/// <summary>Any object, seen as bytes.</summary>
internal sealed class RawObject
{
    private byte _first;

    private static readonly int s_ofVector = FindElements(new long[1]);

    /// <summary>Where the elements of an array begin, behind its lengths and padding.</summary>
    public static int ElementsOffset(Array array) =>
        array.Rank == 1 ? s_ofVector : s_ofVector + (array.Rank * 2 * sizeof(int));

    /// <summary>The first byte behind the header: of the first field, or of a vector's length.</summary>
    public static ref byte Of(object value) => ref Unsafe.As<RawObject>(value)._first;

    private static int FindElements(long[] vector) =>
        (int)Unsafe.ByteOffset(ref Of(vector), ref Unsafe.As<long, byte>(ref vector[0]));
}
