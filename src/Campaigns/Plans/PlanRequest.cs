namespace Campaigns.Plans;

/// <summary>What a plan is asked for.</summary>
/// <param name="Build">The build that plans.</param>
/// <param name="Version">Its version.</param>
/// <param name="Cells">Cells for each command and round.</param>
/// <param name="Slice">Executions that a part of a search may visit.</param>
public sealed record PlanRequest(string Build, string Version, int Cells, long Slice)
{
    /// <summary>A plan without commands.</summary>
    public Plan Empty() => new()
    {
        Format = Plan.PresentFormat,
        Build = Build,
        Version = Version,
        Commands = [],
        Round = 1,
        CellsPerCommand = Cells,
        Slice = Slice,
        Searches = [],
        Cells = [],
    };
}
