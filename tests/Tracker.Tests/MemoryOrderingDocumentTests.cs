using System.Text.RegularExpressions;

namespace Tracker.Tests;

/// <summary>Holds docs/MEMORY-ORDERING.md and the code together: the same ids, the same operations.</summary>
public sealed partial class MemoryOrderingDocumentTests
{
    [Fact]
    public void Every_access_to_a_shared_word_has_an_id_beside_it()
    {
        string[] bare = [.. Sites().Where(site => site.Ids.Length == 0).Select(site => $"{site.File}: {site.Line}")];
        Assert.True(bare.Length == 0, $"accesses without an id: {string.Join('\n', bare)}");
        Assert.InRange(Sites().Count(), 40, 1000);
    }

    [Fact]
    public void The_document_lists_the_same_ids_with_the_same_operations_as_the_code()
    {
        SortedSet<string> code =
            [
                .. Sites().SelectMany(site =>
                    site.Ids.SelectMany(id => site.Operations.Select(operation => $"{id}: {operation}")))];
        SortedSet<string> document =
            [.. Rows().SelectMany(row => row.Operations.Select(operation => $"{row.Id}: {operation}"))];
        Assert.Equal(document, code);
    }

    [Fact]
    public void Every_id_has_one_row_and_pairs_with_ids_that_exist()
    {
        string[] ids = [.. Rows().Select(row => row.Id)];
        Assert.Distinct(ids);
        foreach ((string id, _, string pairs) in Rows())
        {
            Assert.All(PairedId().Matches(pairs).Select(match => match.Value),
                pair => Assert.True(ids.Contains(pair), $"{id} pairs with unknown {pair}"));
        }
    }

    private static IEnumerable<(string File, string Line, string[] Ids, string[] Operations)> Sites() =>
        from file in Directory.EnumerateFiles(Repository.PathOf("src", "Tracker"), "*.cs", SearchOption.AllDirectories)
        from line in File.ReadAllLines(file)
        let operations = Access().Matches(line).Select(match => match.Groups[1].Value).ToArray()
        where operations.Length > 0 && !line.TrimStart().StartsWith("///", StringComparison.Ordinal)
        select (Path.GetRelativePath(Repository.Root, file), line.Trim(),
            Tag().Matches(line).Select(match => match.Groups[1].Value).ToArray(), operations);

    private static IEnumerable<(string Id, string[] Operations, string Pairs)> Rows() =>
        from line in File.ReadAllLines(Repository.PathOf("docs", "MEMORY-ORDERING.md"))
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells.Length == 9 && cells[1] is not ("id" or "---")
        select (cells[1], cells[2].Split(", "), cells[4]);

    [GeneratedRegex(
        @"TMemory\.(ReadPlain|ReadAcquire|ReadBarrier|WritePlain|WriteRelease|WriteBarrier|FullBarrier|AddReturn|Add"
        + @"|Exchange|CompareExchange|And|Or)\(")]
    private static partial Regex Access();

    [GeneratedRegex(@"// \[([a-z-]+)\]")]
    private static partial Regex Tag();

    [GeneratedRegex("[a-z]+(-[a-z]+)+|recheck|publish|prepare|set|inspect|shape")]
    private static partial Regex PairedId();
}
