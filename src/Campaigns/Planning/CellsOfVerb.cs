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

    /// <summary>The search of a class in one piece: it does what is not modelled, and the cell says so.</summary>
    public static Cell OfClass(Plan plan, IReadOnlyList<string> arguments, string model)
    {
        string[] whole = [.. arguments, "--model", model];
        return Cell.Of(plan.Build, CellKind.Explore, string.Join(' ', whole), whole);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
