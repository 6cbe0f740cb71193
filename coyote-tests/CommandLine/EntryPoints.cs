using Atomics.Programs;
using CoyoteTests.Canaries;
using CoyoteTests.Exploration;
using Microsoft.Coyote.SystematicTesting;
using Scenarios.Canaries;
using Scenarios.Catalogue;

namespace CoyoteTests.CommandLine;

/// <summary>What <c>coyote test</c> and <c>coyote replay</c> run: one method, the scenario by environment variable.</summary>
public static class EntryPoints
{
    /// <summary>Name of a canary, or of a scenario, which then runs in its usual size.</summary>
    public const string Variable = "STRESS_COYOTE_SCENARIO";

    /// <summary>Full name of <see cref="Scenario"/>, for <c>--method</c>.</summary>
    public const string Method = "CoyoteTests.CommandLine.EntryPoints.Scenario";

    [Test]
    public static void Scenario() => new ScheduleBody(Find(Environment.GetEnvironmentVariable(Variable))).Run();

    /// <summary>The canary or the scenario of a name.</summary>
    internal static ScenarioDeclaration Find(string? name)
    {
        if (CanaryCatalogue.All.FirstOrDefault(canary => canary.Name == name && canary.Scenario is not null) is { } canary)
        {
            return CanaryCase.Create(canary);
        }

        ScenarioEntry entry = ScenarioCatalogue.All.FirstOrDefault(entry => entry.Name == name) ?? throw new ArgumentException(
            $"{Variable} is '{name}'; accepted: {string.Join(", ", CanaryCatalogue.All.Select(canary => canary.Name)
                .Concat(ScenarioCatalogue.All.Select(entry => entry.Name)))}");
        return entry.Create(entry.Defaults);
    }
}
