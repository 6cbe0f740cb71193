using System.Globalization;
using Campaigns.Plans;

namespace Campaigns.Planning;

/// <summary>The cells of what is no divided search.</summary>
public static class CellsOfVerb
{
    /// <summary>A run: each cell has a seed of its own, and a part of the sections or of the time.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="arguments">The command line without seed, sections and time.</param>
    /// <param name="seed">The first seed.</param>
    /// <param name="sections">Sections of all cells together; null to divide the time.</param>
    /// <param name="time">The time, of all cells together if there are no sections.</param>
    public static IEnumerable<Cell> OfRun(Plan plan, IReadOnlyList<string> arguments, long seed, long? sections,
        TimeSpan time)
    {
        int cells = (int)Math.Min(plan.CellsPerCommand, sections ?? long.MaxValue);
        double milliseconds = Math.Max(1, Math.Floor(time.TotalMilliseconds / (sections is null ? cells : 1)));
        for (int cell = 0; cell < cells; cell++)
        {
            string[] amount = sections is long all
                ? ["--sections", Text((all / cells) + (cell < all % cells ? 1 : 0))]
                : [];
            string[] whole = [.. arguments, "--seed", Text(seed + cell), .. amount, "--time-budget",
                $"{Text((long)milliseconds)}ms"];
            yield return Cell.Of(plan.Build, CellKind.Run, string.Join(' ', whole), whole);
        }
    }

    /// <summary>The search of an assembly's classes under a model: ordinary code is not divided.</summary>
    public static Cell OfClass(Plan plan, IReadOnlyList<string> arguments, string model)
    {
        string[] whole = [.. arguments, "--model", model];
        return Cell.Of(plan.Build, CellKind.Explore, string.Join(' ', whole), whole);
    }

    /// <summary>Tests under Coyote: each cell has some of them, <c>coyote FOLDER [SEED]</c>.</summary>
    /// <exception cref="CampaignException">The command names no folder with tests.</exception>
    public static IEnumerable<Cell> OfCoyote(Plan plan, IReadOnlyList<string> command)
    {
        string folder = command.Count > 1 ? command[1] : "";
        string? tests = !Directory.Exists(folder) ? null
            : Directory.EnumerateFiles(folder, "*.runtimeconfig.json")
                .Select(path => Path.GetFileName(path).Replace(".runtimeconfig.json", "", StringComparison.Ordinal))
                .FirstOrDefault(name => File.Exists(Path.Combine(folder, name)));
        string seed = command.Count > 2 ? command[2] : "1";
        if (tests is null || command.Count > 3
            || !int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            || first is < 1 or > 390)
        {
            throw new CampaignException(
                $"'{string.Join(' ', command)}'; accepted: coyote FOLDER [SEED], the output folder of a test project "
                + "and a number from 1 to 390");
        }

        return Enumerable.Range(0, plan.CellsPerCommand).Select(shard =>
        {
            string[] arguments = ["coyote", folder, tests, seed, Text(shard), Text(plan.CellsPerCommand)];
            return Cell.Of(plan.Build, CellKind.Coyote,
                $"coyote {folder} seed {seed}, part {shard + 1} of {plan.CellsPerCommand}", arguments);
        });
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
