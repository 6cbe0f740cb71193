using Exploration.Tests.Oracle.Dotnet;
using Exploration.Tests.Oracle.Dotnet.Notation;
using Exploration.Tests.Oracle.Dotnet.Table;

namespace Exploration.Tests.Models;

/// <summary>The table of small programs, explored: the verdict and the number of executions of every row and model.</summary>
public class OpenTableTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(ModelName.Sc)]
    [InlineData(ModelName.Tso)]
    [InlineData(ModelName.Rc11)]
    [InlineData(ModelName.Dotnet)]
    public void Every_row_has_its_verdict_and_its_count(ModelName model)
    {
        OracleModel column = Enum.Parse<OracleModel>($"{model}");
        List<string> differences = [];
        foreach (TableRow row in OpenTable.Rows)
        {
            NotatedScenario scenario = new(row.Program);
            ExplorationResult result = Explorer.Explore(
                scenario, new ExplorationOptions { Model = model }, TestContext.Current.CancellationToken);
            bool isMet = result.Outcomes.Select(scenario.Read).Any(outcome => row.Condition.IsMetBy(name =>
                outcome.TryGetValue(name, out Value value) ? value : name.Contains(':', StringComparison.Ordinal) ? null : Value.Null));
            TableCell found = new(isMet, result.Executions);
            bool mayBeIncomplete = result.Bounds.All(bound => bound.Kind == BoundKind.FailedSwap);
            if (found != Expected(row, model, column) || !mayBeIncomplete)
            {
                differences.Add($"{row.Name}: {found}, in the table {row.Cells[column]}; {string.Join(", ", result.Bounds)}");
            }
        }

        output.WriteLine($"{OpenTable.Rows.Count} rows, {differences.Count} differences\n{string.Join('\n', differences)}");
        Assert.Empty(differences);
    }

    /// <summary>
    /// The table, but for one row: it takes any barrier for one that drains store buffers. A write barrier and a read barrier are
    /// no instructions on x86, which shows store buffering across both.
    /// </summary>
    private static TableCell Expected(TableRow row, ModelName model, OracleModel column) =>
        row.Name == "SB+rb+wb" && model == ModelName.Tso ? new TableCell(IsAllowed: true, Executions: 4) : row.Cells[column];
}
