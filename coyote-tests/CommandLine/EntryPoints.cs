using Atomics.Programs;
using CoyoteTests.Canaries;
using CoyoteTests.Correct;
using CoyoteTests.Exploration;
using Microsoft.Coyote.SystematicTesting;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace CoyoteTests.CommandLine;

/// <summary>
/// What <c>coyote test</c> and <c>coyote replay</c> run: one method, the scenario by environment variable.
/// </summary>
public static class EntryPoints
{
    /// <summary>Name of a canary, or of a correct variant (<see cref="VariantName"/>).</summary>
    public const string Variable = "STRESS_COYOTE_SCENARIO";

    /// <summary>Full name of <see cref="Scenario"/>, for <c>--method</c>.</summary>
    public const string Method = "CoyoteTests.CommandLine.EntryPoints.Scenario";

    /// <summary>Before the first schedule: a name that is wrong is not a violation.</summary>
    [TestInit]
    public static void Initialize() => Find(Environment.GetEnvironmentVariable(Variable));

    [Test]
    public static void Scenario() => new ScheduleBody(Find(Environment.GetEnvironmentVariable(Variable))).Run();

    /// <summary>The canary or the variant of a name.</summary>
    internal static ScenarioDeclaration Find(string? name)
    {
        Canary[] canaries = [.. CanaryCase.Visible, .. CanaryCase.Invisible];
        if (canaries.FirstOrDefault(canary => canary.Name == name) is { } canary)
        {
            return CanaryCase.Create(canary);
        }

        return VariantName.Parse(name ?? "")?.Create() ?? throw new ArgumentException(
            $"{Variable} is '{name}'; accepted: a canary ({string.Join(", ", canaries.Select(canary => canary.Name))}) "
            + $"or {VariantName.Form}, "
            + $"where SCENARIO is one of {string.Join(", ", ScenarioCatalogue.All.Select(entry => entry.Name))}");
    }
}
