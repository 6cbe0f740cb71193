using System.Globalization;

namespace Stress.Tests.House;

/// <summary>The tables of costs of docs/TRACKER.md, made of the committed results of one machine.</summary>
/// <param name="folder">The machine's folder, from the root of the repository.</param>
internal sealed class ReadmeCosts(string folder)
{
    private const string Order = "9";

    /// <summary>What the loop around an operation costs is subtracted; less than this is left of two loads.</summary>
    private const double Resolution = 0.5;

    private static readonly (string Title, string Write, string? Read)[] Schemes =
    [
        ("`shared`", "SharedWrite", ""),
        ("`exclusive`", "ExclusiveWrite", ""),
        ("`add-return`", "AddReturnWrite", ""),
        ("`two-word`", "TwoWordWrite", null),
        ("owner tracking", "OwnerWrite", "Owner"),
    ];

    /// <summary>The protocols of one word read alike.</summary>
    private static readonly (string Title, string Method, bool IsRead)[] Operations =
    [
        ("map a page, its reference included", "Map", false),
        ("unmap it", "Unmap", false),
        ("snapshot", "SnapshotBarrier", true),
        ("decision: exclusive or shared", "Decide", true),
        ("decision at a copy-on-write fault", "CanReuse", true),
    ];

    private static readonly (string Title, string Name)[] Ratios =
    [
        ("`exclusive` section / `shared` section", "exclusive map / shared map"),
        ("`exclusive` section / owner-tracking update", "exclusive map / owner-tracking map"),
        ("`two-word` section / owner-tracking update", "two-word map / owner-tracking map"),
        ("seven bare atomic adds / `shared` section", "seven atomic adds / shared map"),
        ("snapshot and decision / `shared` section", "snapshot and decision / shared map"),
        ("2 threads on one folio, time: `exclusive` / `shared`",
            "2 threads on one folio: rmap-id/exclusive / rmap-id/shared"),
        ("2 threads on one folio, time: `exclusive` / owner tracking",
            "2 threads on one folio: rmap-id/exclusive / owner-tracking/bit-lock"),
        ("work of 2 threads / 1: readers of one folio", "rmap-id/exclusive readers: 2 threads / 1 thread"),
        ("work of 2 threads / 1: folios of their own", "rmap-id/exclusive private: 2 threads / 1 thread"),
        ("the same, folios that share cache lines", "rmap-id/exclusive private-unpadded: 2 threads / 1 thread"),
    ];

    private readonly ResultTable _single = ResultTable.Read($"{folder}/single-operations.md", "Type");
    private readonly ResultTable _ratios = ResultTable.Read($"{folder}/results.md", "ratio of");
    private readonly ResultTable _host = ResultTable.Read($"{folder}/results.md", "host");

    /// <summary>Both tables, with the machine above them.</summary>
    public string Text => string.Join('\n',
    [
        $"{_host.Cell("", "processor")}: ns for an operation on an idle folio of 512 pages, one thread.",
        "",
        $"| operation | {string.Join(" | ", Schemes.Select(scheme => scheme.Title))} |",
        $"|---|{string.Concat(Schemes.Select(_ => "---:|"))}",
        .. Operations.Select(each =>
            $"| {each.Title} | "
            + string.Join(" | ", Schemes.Select(scheme => Nanoseconds(each.Method, each.IsRead, scheme))) + " |"),
        "",
        "| ratio | measured | limit |",
        "|---|---:|---|",
        .. Ratios.Select(each => $"| {each.Title} | {Ratio(each.Name)} | {_ratios.Cell("limit", each.Name)} |"),
    ]);

    private string Nanoseconds(string method, bool isRead, (string Title, string Write, string? Read) scheme)
    {
        // Of two words no reads are measured one by one, and owner tracking has no snapshot.
        if (isRead && (scheme.Read is null
            || (scheme.Read.Length > 0 && method.StartsWith("Snapshot", StringComparison.Ordinal))))
        {
            return "";
        }

        string cell = isRead
            ? _single.Cell("Min", "SnapshotReadBenchmarks", scheme.Read + method, Order)
            : _single.Cell("Min", scheme.Write, method, Order);
        string figure = Rounded(cell.Replace(" ns", "", StringComparison.Ordinal), digits: 1);
        return double.Parse(figure, CultureInfo.InvariantCulture) < Resolution
            ? $"below {Resolution.ToString(CultureInfo.InvariantCulture)}"
            : figure;
    }

    private string Ratio(string name) =>
        Rounded(_ratios.Cell("ratio", name), digits: 2) + (_ratios.Cell("", name) == "missed" ? ", missed" : "");

    private static string Rounded(string figure, int digits) =>
        double.Parse(figure, CultureInfo.InvariantCulture).ToString($"F{digits}", CultureInfo.InvariantCulture);
}
