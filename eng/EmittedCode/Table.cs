using System.Text.RegularExpressions;

namespace EmittedCode;

/// <summary>The table of <c>docs/EMITTED-CODE.md</c>.</summary>
public static partial class Table
{
    /// <summary>A row for each tagged access, in the order of the source.</summary>
    /// <param name="sites">The tagged accesses.</param>
    /// <param name="x64">The code of x64.</param>
    /// <param name="arm64">The code of Arm64.</param>
    public static string Of(IReadOnlyList<Site> sites, Emission x64, Emission arm64) => string.Join('\n',
    [
        $"x64: {x64.Runtime}. Arm64: {arm64.Runtime}.",
        "",
        "| id | operation | file | x64 | Arm64 |",
        "| --- | --- | --- | --- | --- |",
        .. sites.GroupBy(site => (site.Id, site.File, site.Line)).Select(line =>
            $"| {line.Key.Id} | {string.Join(", ", line.Select(site => site.Operation).Distinct())} | {line.Key.File} "
            + $"| {Code(line.First(), x64)} | {Code(line.First(), arm64)} |"),
    ]);

    /// <summary>The instructions that matter: those that order, or else those that touch memory.</summary>
    private static string Code(Site site, Emission emission) => string.Join(" or ", emission.Statements
        .Where(statement => statement.Sites.Contains(site))
        .Select(statement => Code(statement.Instructions))
        .Distinct()
        .Order(StringComparer.Ordinal));

    private static string Code(IReadOnlyList<Instruction> instructions)
    {
        Instruction[] ordering = [.. instructions.Where(each => each.Orders)];
        Instruction[] shown = ordering.Length > 0 ? ordering : [.. instructions.Where(each => each.TouchesMemory)];
        string[] words = [.. shown.Select(each => Mnemonic().Match(each.Text).Value).Distinct()];
        return words.Length > 0 ? string.Join(", ", words.Select(word => $"`{word}`")) : "nothing";
    }

    [GeneratedRegex("^(lock [a-z]+|dmb [a-z]+|[a-z0-9]+)")]
    private static partial Regex Mnemonic();
}
