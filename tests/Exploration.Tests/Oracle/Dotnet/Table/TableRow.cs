using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Table;

/// <summary>A program with what every model says of it.</summary>
/// <param name="Name">Such as <c>MP+vol</c>.</param>
/// <param name="Program">The program.</param>
/// <param name="Condition">The condition that the verdicts are of.</param>
/// <param name="Cells">By model.</param>
internal sealed record TableRow(
    string Name, SmallProgram Program, Condition Condition, IReadOnlyDictionary<OracleModel, TableCell> Cells)
{
    /// <summary>
    /// The one cell that is wrong. On x86 the one-way barriers are no instructions, so that a store waits in its buffer
    /// across both of them, as it does without them. The table has them drain it.
    /// </summary>
    private static readonly (string Name, OracleModel Model, TableCell Cell) Corrected =
        ("SB+rb+wb", OracleModel.Tso, new TableCell(IsAllowed: true, 4));

    /// <summary>What the table says of a model, but for the cell that is wrong.</summary>
    public TableCell Expected(OracleModel model) =>
        (Name, model) == (Corrected.Name, Corrected.Model) ? Corrected.Cell : Cells[model];
}
