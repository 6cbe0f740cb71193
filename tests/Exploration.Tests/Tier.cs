namespace Exploration.Tests;

/// <summary>
/// How many random programs are compared: a quick tier with every build, a long one at night
/// (<c>STRESS_EXPLORE_TIER=long</c>).
/// </summary>
internal static class Tier
{
    private const string Variable = "STRESS_EXPLORE_TIER";

    public static int RandomPrograms => IsLong ? 20_000 : 2_000;

    public static bool IsLong => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" or "quick" => false,
        "long" => true,
        string other => throw new InvalidOperationException($"{Variable} is '{other}'; accepted: quick, long"),
    };
}
