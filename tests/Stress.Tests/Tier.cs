namespace Stress.Tests;

/// <summary>How long tests take: a quick tier with every build, a long one at night.</summary>
internal static class Tier
{
    private const string Variable = "STRESS_RUN_TIER";

    /// <summary>Whether <c>STRESS_RUN_TIER=long</c>.</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" or "quick" => false,
        "long" => true,
        string other => throw new InvalidOperationException($"{Variable} is '{other}'; accepted: quick, long"),
    };
}
