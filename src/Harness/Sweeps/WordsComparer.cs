using System.Runtime.InteropServices;

namespace Harness.Sweeps;

/// <summary>Words that are equal one by one are one key, whether they are in an array or not.</summary>
internal sealed class WordsComparer : IEqualityComparer<long[]>, IAlternateEqualityComparer<ReadOnlySpan<long>, long[]>
{
    private WordsComparer()
    {
    }

    /// <summary>The only one.</summary>
    public static WordsComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(long[]? x, long[]? y) => x.AsSpan().SequenceEqual(y);

    /// <inheritdoc/>
    public int GetHashCode(long[] obj) => GetHashCode(obj.AsSpan());

    /// <inheritdoc/>
    public bool Equals(ReadOnlySpan<long> alternate, long[] other) => alternate.SequenceEqual(other);

    /// <inheritdoc/>
    public int GetHashCode(ReadOnlySpan<long> alternate)
    {
        HashCode hash = default;
        hash.AddBytes(MemoryMarshal.AsBytes(alternate));
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public long[] Create(ReadOnlySpan<long> alternate) => alternate.ToArray();
}
