namespace Exploration.Models;

/// <summary>What the document says: every <c>Interlocked</c> operation is a full fence.</summary>
internal readonly struct FencingSwap : IFailedSwap
{
    /// <inheritdoc/>
    public static bool IsFence => true;
}
