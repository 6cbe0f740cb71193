namespace CoyoteTests.Exploration;

/// <summary>Seeds that share no schedule.</summary>
/// <remarks>
/// Coyote seeds schedule number n with seed + n: the seeds 1 and 2 explore the same schedules but one. So seeds lie ten
/// million apart.
/// </remarks>
internal static class Seeds
{
    private const uint Distance = 10_000_000;

    /// <summary>The seeds of repeated explorations.</summary>
    public static IReadOnlyList<uint> Ten { get; } = [.. Enumerable.Range(1, 10).Select(number => Number(number))];

    /// <summary>Names the seed that correct variants are explored from, 1 to 390; without it, the first.</summary>
    public const string Variable = "STRESS_COYOTE_SEED";

    /// <summary>The seed that correct variants are explored from.</summary>
    public static uint Chosen => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => Number(1),
        string text when int.TryParse(text, out int number) && number is >= 1 and <= 390 => Number(number),
        string text => throw new InvalidOperationException($"{Variable} is '{text}'; accepted: a number from 1 to 390"),
    };

    /// <summary>Seed of a number, 1 to 400.</summary>
    public static uint Number(int number) => (uint)number * Distance;
}
