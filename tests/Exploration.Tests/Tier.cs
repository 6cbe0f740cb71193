using System.Globalization;

namespace Exploration.Tests;

/// <summary>
/// How many random programs are compared: a quick tier with every build, a long one at night
/// (<c>STRESS_EXPLORE_TIER=long</c>). <c>STRESS_EXPLORE_SEED</c> repeats a run. In the quick tier
/// every kind of program comes up often, which the tests assert where it matters.
/// </summary>
internal static class Tier
{
    private const string Variable = "STRESS_EXPLORE_TIER";
    private const string SeedVariable = "STRESS_EXPLORE_SEED";

    public static int RandomPrograms => IsLong ? 20_000 : 2_000;

    public static bool IsLong => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" or "quick" => false,
        "long" => true,
        string other => throw new InvalidOperationException($"{Variable} is '{other}'; accepted: quick, long"),
    };

    /// <summary>The seed of a run: always the same in the quick tier, a new one in the long tier.</summary>
    public static int Seed => Environment.GetEnvironmentVariable(SeedVariable) switch
    {
        null or "" => IsLong ? Random.Shared.Next() : 1,
        string text when int.TryParse(text, NumberStyles.None, null, out int seed) => seed,
        string text => throw new InvalidOperationException($"{SeedVariable} is '{text}'; accepted: a number"),
    };
}
