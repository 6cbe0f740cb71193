namespace Campaigns.Work;

/// <summary>What a worker did.</summary>
/// <param name="Cells">Cells of its shard.</param>
/// <param name="Before">Those that had a record before.</param>
/// <param name="Done">Those that it did now.</param>
public sealed record WorkDone(int Cells, int Before, int Done)
{
    /// <summary>Whether every cell of the shard has a record.</summary>
    public bool IsWhole => Before + Done == Cells;
}
