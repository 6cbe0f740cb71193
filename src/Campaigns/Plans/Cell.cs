namespace Campaigns.Plans;

/// <summary>A piece of work that one process does in one go.</summary>
/// <param name="Id">SHA-256 of the build and of all that the cell is asked for.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Name">For people.</param>
/// <param name="Arguments">The command line of <c>stress</c> that it stands for.</param>
public sealed record Cell(string Id, CellKind Kind, string Name, IReadOnlyList<string> Arguments)
{
    /// <summary>Of a divided search, the part; else null.</summary>
    public SearchCell? Part { get; init; }

    /// <summary>Makes a cell of its own that is no part of a search.</summary>
    public static Cell Of(string build, CellKind kind, string name, IReadOnlyList<string> arguments) =>
        new(Identity.Of([build, $"{kind}", .. arguments]), kind, name, arguments);
}
