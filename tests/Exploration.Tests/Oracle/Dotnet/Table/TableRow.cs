using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Table;

/// <summary>A program with what every model says of it.</summary>
/// <param name="Name">Such as <c>MP+vol</c>.</param>
/// <param name="Program">The program.</param>
/// <param name="Condition">The condition that the verdicts are of.</param>
/// <param name="Cells">By model.</param>
internal sealed record TableRow(
    string Name, SmallProgram Program, Condition Condition, IReadOnlyDictionary<OracleModel, TableCell> Cells);
