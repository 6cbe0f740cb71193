namespace Stress.Tests.House;

/// <summary>A table of a committed result: rows by heading.</summary>
internal sealed class ResultTable
{
    private readonly string _file;
    private readonly string[] _columns;
    private readonly string[][] _rows;

    private ResultTable(string file, string[] columns, string[][] rows)
    {
        _file = file;
        _columns = columns;
        _rows = rows;
    }

    /// <summary>The table of a file whose first heading is this one.</summary>
    public static ResultTable Read(string file, string firstColumn)
    {
        string[] lines = new SourceFile(file).Text.Split('\n');
        int header = Array.FindIndex(lines, line => line.StartsWith($"| {firstColumn} |", StringComparison.Ordinal));
        Assert.True(header >= 0, $"{file} has no table whose first column is '{firstColumn}'");
        string[][] rows = [.. lines.Skip(header + 2).TakeWhile(line => line.StartsWith('|')).Select(Cells)];
        return new ResultTable(file, Cells(lines[header]), rows);
    }

    /// <summary>A cell of the only row that has these in its first columns.</summary>
    public string Cell(string column, params string[] first)
    {
        string[][] found = [.. _rows.Where(row => first.SequenceEqual(row.Take(first.Length)))];
        int index = Array.IndexOf(_columns, column);
        Assert.True(found.Length == 1 && index >= 0,
            $"{_file} has no '{column}' of '{string.Join(", ", first)}', or several");
        return found[0][index];
    }

    private static string[] Cells(string line) => [.. line.Split('|')[1..^1].Select(cell => cell.Trim())];
}
