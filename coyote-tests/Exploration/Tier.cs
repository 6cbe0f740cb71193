namespace CoyoteTests.Exploration;

/// <summary>
/// How much is explored: the quick tier with every build, the long tier at night (<c>STRESS_COYOTE_TIER=long</c>).
/// </summary>
internal static class Tier
{
    public const string Variable = "STRESS_COYOTE_TIER";

    // Read each time: as an initializer it would hide what is wrong behind a failed type.
    public static bool IsLong => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" or "quick" => false,
        "long" => true,
        string other => throw new InvalidOperationException($"{Variable} is '{other}'; accepted: quick, long"),
    };

    /// <summary>Schedules that a correct variant must survive under each strategy that runs it.</summary>
    public static int CorrectSchedules => IsLong ? 10_000 : 1_000;
}
