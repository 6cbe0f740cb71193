using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Exploration.Graphs;

/// <summary>A set of the numbers 0 to 127.</summary>
/// <param name="Bits">A bit for each number.</param>
internal readonly record struct Set128(Vector128<ulong> Bits) : IEventSet<Set128>
{
    /// <inheritdoc/>
    public static int Words => 2;

    /// <inheritdoc/>
    public bool IsEmpty => Bits == Vector128<ulong>.Zero;

    /// <inheritdoc/>
    public static Set128 OfWord(int index, ulong word) =>
        new(Vector128.Equals(Vector128<ulong>.Indices, Vector128.Create((ulong)index)) & Vector128.Create(word));

    /// <inheritdoc/>
    public static Set128 operator |(Set128 left, Set128 right) => new(left.Bits | right.Bits);

    /// <inheritdoc/>
    public static Set128 operator &(Set128 left, Set128 right) => new(left.Bits & right.Bits);

    /// <inheritdoc/>
    public static Set128 operator ~(Set128 set) => new(~set.Bits);

    /// <inheritdoc/>
    public ulong Word(int index) =>
        Unsafe.Add(ref Unsafe.As<Set128, ulong>(ref Unsafe.AsRef(in this)), index);
}
