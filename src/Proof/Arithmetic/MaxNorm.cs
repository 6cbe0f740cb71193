namespace Proof.Arithmetic;

/// <summary>The size of a vanishing vector that counts: mappings, not length.</summary>
internal static class MaxNorm
{
    /// <summary>The largest absolute digit: so many mappings produce the vector, and no fewer.</summary>
    public static int Of(IReadOnlyList<int> vector) => vector.Max(Math.Abs);
}
