using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Stress.Bench.Against;
using Stress.Bench.Ratios;
using Stress.Tests.CommandLine;

namespace Stress.Tests.House;

/// <summary>eng/report-ratios.awk, which makes figures for eng/compare out of a report of bench.</summary>
public sealed class ReportRatiosTests
{
    private const string Bench = "bench --parts ratios --schemes rmap-id,owner-tracking --patterns one-folio,private "
        + "--time-budget 100ms --json -";

    [Fact]
    public void Every_ratio_of_a_report_is_a_figure_that_says_whether_less_is_better()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "eng/compare needs awk");
        Invoked run = Invoked.Stress(Bench.Split(' '));
        RatioRow[] rows = run.Json["ratios"].Deserialize(RatioRowsJson.Default.RatioRowArray)!;
        (string Name, double Ratio, bool IsLower)[] figures = [.. FiguresOf(run.Output)];

        Assert.Equal(rows.Select(row => (row.Name, row.Ratio)), figures.Select(each => (each.Name, each.Ratio)));
        // With a limit it is as in `bench --against`, which needs an undisturbed turn.
        Assert.Equal(
            rows.SelectMany(row => ComparedFigure.Of(row with { Turns = 1 })).Select(each => !each.IsHigherBetter),
            figures.Where((_, index) => rows[index].Limit is not null).Select(each => each.IsLower));
        Assert.False(IsLower("seven atomic adds / shared map"));
        Assert.True(IsLower("shared map / shared map by hand"));
        Assert.True(IsLower("2 threads on one folio: rmap-id/add-return / rmap-id/shared"));
        Assert.False(IsLower("rmap-id/shared private: 2 threads / 1 thread"));

        bool IsLower(string name) => figures.Single(each => each.Name == name).IsLower;
    }

    private static IEnumerable<(string Name, double Ratio, bool IsLower)> FiguresOf(string report)
    {
        using Process awk = Process.Start(
            new ProcessStartInfo("awk", ["-f", Repository.PathOf("eng", "report-ratios.awk")])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            })!;
        Task<string> output = awk.StandardOutput.ReadToEndAsync();
        awk.StandardInput.Write(report);
        awk.StandardInput.Close();
        foreach (string line in output.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = line.Split('\t');
            Assert.InRange(words.Length, 2, 3);
            yield return (words[0], double.Parse(words[1], CultureInfo.InvariantCulture), words.Length == 3);
        }
    }
}
