using System.Runtime.CompilerServices;

namespace Weaving.Objects;

/// <summary>Any object, seen as bytes.</summary>
internal sealed class RawObject
{
    private byte _first;

    /// <summary>Where the elements of a vector begin, behind its length and padding.</summary>
    public static int ElementsOffset { get; } = FindElements(new long[1]);

    /// <summary>The first byte behind the header: of the first field, or of a vector's length.</summary>
    public static ref byte Of(object value) => ref Unsafe.As<RawObject>(value)._first;

    private static int FindElements(long[] vector) =>
        (int)Unsafe.ByteOffset(ref Of(vector), ref Unsafe.As<long, byte>(ref vector[0]));
}
