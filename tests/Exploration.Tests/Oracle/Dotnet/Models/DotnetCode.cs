using Exploration.Tests.Oracle.Axioms;
using Exploration.Tests.Oracle.Dotnet.Graphs;

namespace Exploration.Tests.Oracle.Dotnet.Models;

/// <summary>What <c>dotnet</c> knows of the threads' runs before anybody reads from anybody.</summary>
internal sealed class DotnetCode(Combination combination, OracleOptions options)
{
    public Relation Order { get; } = DotnetOrder.Of(combination, options);

    public Justifications Justifications { get; } = new(combination, options);

    /// <summary>By event, whether it is a write that need be justified only before another thread reads it.</summary>
    public bool[] IsElidable { get; } =
    [
        .. Enumerable.Range(0, combination.Nodes.Length).Select(number =>
            !options.HasFlag(OracleOptions.NoElision) && Elision.IsElidable(combination, number)),
    ];
}
