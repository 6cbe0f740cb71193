using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Explore;

/// <summary>What <c>explore --advise</c> says of a program under every model, as tables of docs/CHECKERS.md.</summary>
internal static partial class AdviceTable
{
    private static readonly string[] Models = ["sc", "tso", "dotnet", "rc11"];

    /// <summary>A row for each access and what was put in its place; what no model tells apart shares one.</summary>
    /// <param name="commands">What is explored, each with the options of <c>explore</c>.</param>
    public static string OfWeaker(params string[][] commands)
    {
        var found = commands.SelectMany(Results).SelectMany(result => result["advice"]!.AsArray(), (result, each) =>
            (Access: AccessAt((string)each!["site"]!), Weakened: (string)each["weakened"]!,
                Model: (string)result["model"]!, IsNeeded: (bool?)each["isNeeded"])).ToArray();
        var rows = found.GroupBy(each => (each.Access, each.Weakened)).Select(row => (row.Key.Access,
            row.Key.Weakened, Cells: string.Join(" | ", Models.Select(model =>
                CellOf([.. row.Where(each => each.Model == model).Select(each => each.IsNeeded)])))));
        return DocumentTable.Format(
            ["access", "in its place", .. Models],
            rows.GroupBy(row => (row.Access, row.Cells)).Select(alike => (IReadOnlyList<string>)
                [alike.Key.Access, string.Join(", ", alike.Select(row => row.Weakened)), alike.Key.Cells]),
            rule: "---");
    }

    /// <summary>A row for each smallest set of stronger accesses that repairs a refuted program.</summary>
    /// <param name="command">What is explored.</param>
    public static string OfRepairs(params string[] command) => DocumentTable.Format(
        ["model", "stronger", "executions"],
        Results(command).SelectMany(result => result["repairs"]!.AsArray(), (result, repair) =>
            (IReadOnlyList<string>)[
                (string)result["model"]!,
                string.Join(" and ", repair!["accesses"]!.AsArray().Select(access =>
                    $"{(string)access!["strengthened"]!} for {AccessAt((string)access["site"]!)}")),
                $"{(long)repair["executions"]!}"]),
        rule: "---");

    private static IEnumerable<JsonNode> Results(string[] command) => Invoked
        .Stress(["explore", .. command, "--model", "all", "--advise", "--json", "-"])
        .Json["results"]!.AsArray().Select(result => result!);

    /// <summary>Nothing where C# has nothing weaker.</summary>
    private static string CellOf(bool?[] isNeeded) =>
        isNeeded.Length == 0 ? ""
        : isNeeded.Contains(true) ? "needed"
        : isNeeded.Contains(null) ? "?"
        : "-";

    /// <summary>The ids of the tracker's access, which outlive its line; the statement of any other.</summary>
    private static string AccessAt(string site)
    {
        string[] parts = site.Split(':');
        string[] lines = File.ReadAllLines(Repository.PathOf(parts[0]));
        int first = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) - 1;
        string[] ids = lines[first..Math.Min(first + 4, lines.Length)]
            .Select(line => Tag().Matches(line).Select(match => match.Groups[1].Value).ToArray())
            .FirstOrDefault(found => found.Length > 0) ?? [];
        return ids.Length > 0 ? string.Join(", ", ids) : $"`{lines[first].Split("//")[0].Trim()}`";
    }

    [GeneratedRegex(@"// \[([a-z-]+)\]")]
    private static partial Regex Tag();
}
