namespace Tracker.Tests;

/// <summary>What the tracker says when it refuses a step.</summary>
internal static class Refusal
{
    /// <summary>A step is refused for the reason that the message names.</summary>
    public static void Contains(string because, Action step) => Assert.Contains(
        because, Assert.Throws<InvalidOperationException>(step).Message, StringComparison.Ordinal);
}
