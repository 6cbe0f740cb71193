namespace Shared;

/// <summary>
/// A generated table in <c>docs/CHECKERS.md</c>, between two markers. Test projects that have one compile this file.
/// </summary>
internal static class DocumentTable
{
    /// <summary>Set to 1, tables are written anew instead of compared.</summary>
    public const string RefreshVariable = "STRESS_REFRESH_DOCS";

    private static readonly string Document = Repository.PathOf("docs", "CHECKERS.md");

    public static bool MustRefresh { get; } = Environment.GetEnvironmentVariable(RefreshVariable) == "1";

    /// <summary>The table of a name, as it stands in the document.</summary>
    public static string Read(string name)
    {
        string text = File.ReadAllText(Document);
        (int start, int end) = Find(text, name);
        return text[start..end];
    }

    /// <summary>Replaces the table of a name.</summary>
    public static void Write(string name, string table)
    {
        string text = File.ReadAllText(Document);
        (int start, int end) = Find(text, name);
        File.WriteAllText(Document, text[..start] + table + text[end..]);
    }

    /// <summary>Lines of a table: header, rule, rows.</summary>
    /// <param name="header">Names of the columns.</param>
    /// <param name="rows">A cell for each column.</param>
    /// <param name="rule">
    /// How the columns behind the first are aligned: numbers to the right unless told otherwise.
    /// </param>
    public static string Format(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows,
        string rule = "---:") =>
        string.Join('\n',
        [
            Line(header),
            Line([.. header.Select((_, column) => column == 0 ? "---" : rule)]),
            .. rows.Select(Line),
        ]);

    private static string Line(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static (int Start, int End) Find(string text, string name)
    {
        string begin = $"<!-- {name}: generated -->\n";
        int start = text.IndexOf(begin, StringComparison.Ordinal);
        int end = start < 0 ? -1 : text.IndexOf($"\n<!-- {name}: end -->", start, StringComparison.Ordinal);
        Assert.True(end >= 0,
            $"{Document} has no table between '<!-- {name}: generated -->' and '<!-- {name}: end -->'");
        return (start + begin.Length, end);
    }
}
