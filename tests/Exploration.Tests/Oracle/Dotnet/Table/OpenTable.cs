using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Table;

/// <summary>The tables of programs beside this file.</summary>
internal static class OpenTable
{
    private const string Resources = "Exploration.Tests.Oracle.Dotnet.Table.";

    private static readonly string[] Columns =
    [
        "name", "init", "program", "condition", "sc", "tso", "rc11", "dotnet", "arm", "armv8-published", "remark",
    ];

    private static readonly Dictionary<OracleModel, string> ColumnOf = new()
    {
        [OracleModel.Sc] = "sc",
        [OracleModel.Tso] = "tso",
        [OracleModel.Rc11] = "rc11",
        [OracleModel.Dotnet] = "dotnet",
        [OracleModel.Arm] = "arm",
    };

    /// <summary>The programs of the model's description.</summary>
    public static IReadOnlyList<TableRow> Rows { get; } = Read(Text("open-table.tsv"));

    /// <summary>
    /// More of the same kinds: three and four threads, updates among plain accesses, references handed on.
    /// </summary>
    public static IReadOnlyList<TableRow> Variants { get; } = Read(Text("variants.tsv"));

    /// <summary>Reads a table.</summary>
    /// <exception cref="FormatException">A column, a program, a condition or a verdict is not understood.</exception>
    public static IReadOnlyList<TableRow> Read(string text)
    {
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || !lines[0].Split('\t').SequenceEqual(Columns))
        {
            throw new FormatException($"The first line of the table must be the columns {string.Join(", ", Columns)}");
        }

        TableRow[] rows = [.. lines.Skip(1).Select(Row)];
        return rows.CountBy(row => row.Name).FirstOrDefault(name => name.Value > 1).Key is { } twice
            ? throw new FormatException($"{twice} is there twice")
            : rows;
    }

    private static TableRow Row(string line)
    {
        string[] fields = line.Split('\t');
        if (fields.Length != Columns.Length)
        {
            throw new FormatException($"A row has {Columns.Length} fields, this has {fields.Length}: {line}");
        }

        string Field(string column) => fields[Array.IndexOf(Columns, column)];
        return new TableRow(
            Field("name"),
            SmallProgram.Parse(Field("program"), Field("init")),
            Condition.Parse(Field("condition")),
            ColumnOf.ToDictionary(column => column.Key, column => TableCell.Parse(Field(column.Value))));
    }

    private static string Text(string name)
    {
        using Stream stream = typeof(OpenTable).Assembly.GetManifestResourceStream(Resources + name)
            ?? throw new InvalidOperationException($"{Resources}{name} is not part of the tests.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
