namespace Exploration.Tests.Advice;

/// <summary>A row of docs/MEMORY-ORDERING.md.</summary>
/// <param name="Id">The access's id.</param>
/// <param name="Operations">Its operations, such as <c>CompareExchange</c>.</param>
/// <param name="Weakened">What the search for weaker operations has found.</param>
internal sealed record OrderingRow(string Id, string Operations, string Weakened)
{
    private const int Columns = 7;

    /// <summary>Whether one of the operations orders anything, so that there is a weaker one.</summary>
    public bool IsOrdered => Operations.Split(", ").Any(operation => !operation.EndsWith("Plain", StringComparison.Ordinal));

    /// <summary>The document.</summary>
    public static string Document => Repository.PathOf("docs", "MEMORY-ORDERING.md");

    /// <summary>Every row of a text.</summary>
    public static IEnumerable<OrderingRow> Of(IEnumerable<string> lines) => lines.Select(Parse).OfType<OrderingRow>();

    /// <summary>A line with another result in it; itself if it is no row.</summary>
    public static string With(string line, Func<OrderingRow, string> weakened) => Parse(line) is OrderingRow row
        ? $"{line[..line.TrimEnd('|', ' ').LastIndexOf('|')]}| {weakened(row)} |"
        : line;

    private static OrderingRow? Parse(string line)
    {
        string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
        return cells.Length == Columns + 2 && cells[1] is not ("id" or "---")
            ? new OrderingRow(cells[1], cells[2], cells[Columns])
            : null;
    }
}
