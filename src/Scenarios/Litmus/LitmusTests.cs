namespace Scenarios.Litmus;

/// <summary>
/// The litmus tests by name: each with plain accesses, and with volatile ones as <c>NAME-volatile</c>.
/// </summary>
public static class LitmusTests
{
    private const string VolatileSuffix = "-volatile";

    private static readonly IReadOnlyList<LitmusTest> All = [.. LitmusCatalogue.Tests, LitmusCatalogue.BlindAdds];

    /// <summary>The tests with plain accesses.</summary>
    public static IReadOnlyList<string> PlainNames { get; } = [.. All.Select(test => test.Name)];

    /// <summary>Every name.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. PlainNames.SelectMany(name => (string[])[name, name + VolatileSuffix])];

    /// <summary>The program of a test, and the condition that it asks about.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static string Describe(string name)
    {
        (LitmusTest test, LitmusAccess access) = Parse(name);
        return $"{test.Program}: can {test.Condition.Replace(" & ", " and ")} "
            + $"happen?{(access == LitmusAccess.Volatile ? " With volatile accesses." : "")}";
    }

    /// <summary>The scenario of a test.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static LitmusScenario Find(string name)
    {
        (LitmusTest test, LitmusAccess access) = Parse(name);
        return test.ToScenario(access);
    }

    private static (LitmusTest Test, LitmusAccess Access) Parse(string name)
    {
        bool isVolatile = name.EndsWith(VolatileSuffix, StringComparison.Ordinal);
        string plain = isVolatile ? name[..^VolatileSuffix.Length] : name;
        return (All.First(test => test.Name == plain), isVolatile ? LitmusAccess.Volatile : LitmusAccess.Plain);
    }
}
