using System.Text.Json;
using Harness.Hosts;
using Stress.Bench.Ratios;
using Stress.Bench.Report;
using Stress.CommandLine;

namespace Stress.Bench.Against;

/// <summary>The figures of an earlier report of <c>bench</c>.</summary>
/// <param name="commit">The commit that it measured.</param>
/// <param name="figures">What it can be compared by.</param>
internal sealed class EarlierReport(string commit, IReadOnlyList<ComparedFigure> figures)
{
    private const string Option = "--against";

    /// <summary>Reads a report.</summary>
    /// <exception cref="UsageException">It is no report of <c>bench</c>, or of another kind of machine.</exception>
    public static EarlierReport Read(string path)
    {
        try
        {
            EarlierFields? fields = JsonSerializer.Deserialize(File.ReadAllText(path),
                EarlierFieldsJson.Default.EarlierFields);
            if (fields is not { Verb: "bench" })
            {
                throw new UsageException(Option, path, "a JSON report that bench has written");
            }

            return KindOf(fields.Host) == KindOf(HostInfo.Current)
                ? new EarlierReport(fields.Commit, FiguresOf(fields.Rows.Zip(fields.Details), fields.Ratios))
                : throw new UsageException(
                    Option,
                    path,
                    $"a report of {KindOf(HostInfo.Current)}: figures of {KindOf(fields.Host)} are another kind of "
                    + "machine's");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            throw new UsageException(Option, path,
                $"a JSON report that bench has written ({e.Message.ReplaceLineEndings(" ")})");
        }
    }

    /// <summary>Compares what is measured now with what was measured then.</summary>
    /// <param name="results">The throughput of each case.</param>
    /// <param name="ratios">The ratios.</param>
    public Comparison Compare(IReadOnlyList<(BenchRow Row, DetailRow Detail)> results, IReadOnlyList<RatioRow> ratios)
    {
        (ComparedFigure Before, ComparedFigure Now)[] pairs =
            [.. figures.Join(FiguresOf(results, ratios), each => each.Name, each => each.Name,
                (before, now) => (before, now))];
        return new Comparison(
            commit,
            pairs.Length,
            [.. pairs.Where(pair => pair.Now.IsWorseThan(pair.Before)).Select(pair => pair.Now.Since(pair.Before))]);
    }

    private static ComparedFigure[] FiguresOf(IEnumerable<(BenchRow Row, DetailRow Detail)> results,
        IEnumerable<RatioRow> ratios) =>
        [.. results.SelectMany(each => ComparedFigure.Of(each.Row, each.Detail)),
            .. ratios.SelectMany(ComparedFigure.Of)];

    private static string KindOf(HostInfo host) => $"{host.Cpu}, {host.Cores} cores, {host.Arch}";
}
