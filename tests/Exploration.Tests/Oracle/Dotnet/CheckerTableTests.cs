using Exploration.Tests.Oracle.Dotnet.Checker;
using Exploration.Tests.Oracle.Dotnet.Table;

namespace Exploration.Tests.Oracle.Dotnet;

/// <summary>The checker gives the verdict and the count of every row of the table.</summary>
public class CheckerTableTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(ModelName.Sc)]
    [InlineData(ModelName.Tso)]
    [InlineData(ModelName.Dotnet)]
    [InlineData(ModelName.Rc11)]
    public void Every_row_has_the_verdict_and_the_count(ModelName model) => Compare(OpenTable.Rows, model);

    [Theory]
    [InlineData(ModelName.Sc)]
    [InlineData(ModelName.Tso)]
    [InlineData(ModelName.Dotnet)]
    [InlineData(ModelName.Rc11)]
    public void So_has_every_variant(ModelName model) => Compare(OpenTable.Variants, model);

    private void Compare(IReadOnlyList<TableRow> table, ModelName model)
    {
        List<string> differences = [];
        foreach (TableRow row in table)
        {
            CheckerResult found = CheckerResult.Of(row.Program, model);
            TableCell cell = new(found.Meets(row.Condition), found.Result.Executions);
            TableCell expected = row.Expected(OracleModels.Of(model));
            if (cell != expected || !found.Result.IsComplete)
            {
                string bounds = string.Join(", ", found.Result.Bounds.Select(bound => bound.Reason));
                differences.Add($"{row.Name}: {cell}, in the table {expected}; {bounds}");
            }
        }

        int rows = table.Count;
        output.WriteLine($"{model}: {rows - differences.Count} of {rows} rows are equal");
        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }
}
