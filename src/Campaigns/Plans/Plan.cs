namespace Campaigns.Plans;

/// <summary>A campaign: what is asked for, divided into cells. One file, which workers on any machine read.</summary>
public sealed record Plan
{
    /// <summary>The present way to write plans down.</summary>
    public const int PresentFormat = 1;

    /// <summary>How it is written down.</summary>
    public required int Format { get; init; }

    /// <summary>SHA-256 of all else in its file, so that a plan that was changed is told; empty before it is
    /// written.</summary>
    public string Content { get; init; } = "";

    /// <summary>The build that made it: another one refuses it, because it may find something else.</summary>
    public required string Build { get; init; }

    /// <summary>Version of the build, for people.</summary>
    public required string Version { get; init; }

    /// <summary>The command lines asked for.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Commands { get; init; }

    /// <summary>How often the rest of the searches was planned; 1 at first.</summary>
    public required int Round { get; init; }

    /// <summary>Cells for each command and round.</summary>
    public required int CellsPerCommand { get; init; }

    /// <summary>Executions that a part of a search may visit.</summary>
    public required long Slice { get; init; }

    /// <summary>The searches that are divided.</summary>
    public required IReadOnlyList<PlannedSearch> Searches { get; init; }

    /// <summary>All cells of all rounds, in an order that never changes.</summary>
    public required IReadOnlyList<Cell> Cells { get; init; }

    /// <summary>The cells that count: those of searches that are void do not.</summary>
    public IEnumerable<Cell> CellsInForce()
    {
        HashSet<string> isVoid = [.. Searches.Where(search => search.IsVoid).Select(search => search.Id)];
        return Cells.Where(cell => cell.Part is null || !isVoid.Contains(cell.Part.Search));
    }
}
