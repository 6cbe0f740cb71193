namespace CoyoteTests.Exploration;

/// <summary>What an exploration must have done before its silence means anything.</summary>
internal static class Assurance
{
    /// <summary>Asserts that Coyote controlled everything, and that the actors really were interleaved.</summary>
    /// <param name="result">The exploration.</param>
    public static void IsNotVacuous(ExplorationResult result)
    {
        Assert.Empty(result.Uncontrolled);
        Assert.Equal(result.Actors, result.MaxConcurrency);
        Assert.True(result.InterleavedSchedules > 0, $"{result}: no two actors were ever interleaved");
        Assert.True(result.DistinctSchedules > 1, $"{result}: every schedule was the same");
    }
}
