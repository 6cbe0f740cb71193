using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Exploration.Graphs;

/// <summary>A set of the numbers 0 to 511.</summary>
/// <param name="Bits">A bit for each number.</param>
internal readonly record struct Set512(Vector512<ulong> Bits) : IEventSet<Set512>
{
    /// <inheritdoc/>
    public static int Words => 8;

    /// <inheritdoc/>
    public bool IsEmpty => Bits == Vector512<ulong>.Zero;

    /// <inheritdoc/>
    public static Set512 OfWord(int index, ulong word) =>
        new(Vector512.Equals(Vector512<ulong>.Indices, Vector512.Create((ulong)index)) & Vector512.Create(word));

    /// <inheritdoc/>
    public static Set512 operator |(Set512 left, Set512 right) => new(left.Bits | right.Bits);

    /// <inheritdoc/>
    public static Set512 operator &(Set512 left, Set512 right) => new(left.Bits & right.Bits);

    /// <inheritdoc/>
    public static Set512 operator ~(Set512 set) => new(~set.Bits);

    /// <inheritdoc/>
    public ulong Word(int index) =>
        Unsafe.Add(ref Unsafe.As<Set512, ulong>(ref Unsafe.AsRef(in this)), index);
}
