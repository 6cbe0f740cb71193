using System.Globalization;
using Campaigns.Plans;
using Campaigns.Work;

namespace Campaigns.Planning;

/// <summary>The cells of test projects: each has some of the tests.</summary>
public static class CellsOfTests
{
    /// <summary>Tests under Coyote: <c>coyote FOLDER [SEED] [VARIABLE=VALUE...]</c>.</summary>
    public const string CoyoteVerb = "coyote";

    /// <summary>Other tests: <c>tests FOLDER [VARIABLE=VALUE...]</c>.</summary>
    public const string TestsVerb = "tests";

    private const int MaxSeed = 390;

    /// <summary>The cells of a command.</summary>
    /// <exception cref="CampaignException">The command names no folder with tests, or no such seed.</exception>
    public static IEnumerable<Cell> Of(Plan plan, IReadOnlyList<string> command)
    {
        bool isCoyote = command[0] == CoyoteVerb;
        string[] words = [.. command.Skip(1).Where(word => !IsVariable(word))];
        string[] variables = [.. command.Skip(1).Where(IsVariable)];
        string folder = words.FirstOrDefault("");
        string seed = isCoyote && words.Length > 1 ? words[1] : "1";
        if (TestsIn(folder) is not string tests || words.Length > (isCoyote ? 2 : 1)
            || !int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            || first is < 1 or > MaxSeed)
        {
            throw new CampaignException(
                $"'{string.Join(' ', command)}'; accepted: " + (isCoyote
                    ? $"coyote FOLDER [SEED] [VARIABLE=VALUE...], with a number from 1 to {MaxSeed} and "
                    : "tests FOLDER [VARIABLE=VALUE...], with ")
                + "the output folder of a test project");
        }

        CheckVariables(command, variables);
        string[] environment = isCoyote ? [$"{TestProcess.SeedVariable}={seed}", .. variables] : variables;
        CellKind kind = isCoyote ? CellKind.Coyote : CellKind.Tests;
        return Enumerable.Range(0, plan.CellsPerCommand).Select(shard => Cell.Of(
            plan.Build,
            kind,
            $"{string.Join(' ', command)}, part {shard + 1} of {plan.CellsPerCommand}",
            [command[0], folder, tests, Text(shard), Text(plan.CellsPerCommand), .. environment]));
    }

    private static bool IsName(string name) => name.All(each => char.IsAsciiLetterOrDigit(each) || each == '_')
        && !char.IsAsciiDigit(name[0]);

    /// <summary>A cell sets some variables itself, and one that is set twice has one of two values.</summary>
    private static void CheckVariables(IReadOnlyList<string> command, IEnumerable<string> variables)
    {
        HashSet<string> set = [.. TestProcess.OwnVariables];
        if (variables.FirstOrDefault(variable => variable.Split('=')[0] is string name
            && (!IsName(name) || !set.Add(name))) is string refused)
        {
            throw new CampaignException($"'{string.Join(' ', command)}': '{refused}' is no variable, or is set already"
                + $"; accepted: NAME=VALUE, each once, and none of {string.Join(", ", TestProcess.OwnVariables)}");
        }
    }

    private static bool IsVariable(string word) => word.IndexOf('=', StringComparison.Ordinal) > 0;

    /// <summary>
    /// The name of the executable in an output folder: of several, as where the tests are of a program, the one that
    /// depends on xunit. Null if there is none.
    /// </summary>
    private static string? TestsIn(string folder)
    {
        string[] programs = !Directory.Exists(folder) ? []
            : [.. Directory.EnumerateFiles(folder, "*.runtimeconfig.json")
                .Select(path => Path.GetFileName(path).Replace(".runtimeconfig.json", "", StringComparison.Ordinal))
                .Where(name => File.Exists(Path.Combine(folder, name)))];
        return programs.Length > 1 ? programs.SingleOrDefault(DependsOnXunit) : programs.SingleOrDefault();

        bool DependsOnXunit(string name) => Path.Combine(folder, $"{name}.deps.json") is string path
            && File.Exists(path) && File.ReadAllText(path).Contains("\"xunit", StringComparison.Ordinal);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
