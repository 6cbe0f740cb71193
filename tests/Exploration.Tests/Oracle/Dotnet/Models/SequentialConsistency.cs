using Exploration.Tests.Oracle.Dotnet.Graphs;

namespace Exploration.Tests.Oracle.Dotnet.Models;

/// <summary><c>sc</c>: one order of everything.</summary>
internal static class SequentialConsistency
{
    public static bool Allows(Execution execution) =>
        (execution.Combination.ProgramOrder | execution.Communication).IsAcyclic;
}
