using Campaigns.Plans;
using Campaigns.Records;

namespace Campaigns.Merging;

/// <summary>The record of each cell, of those that lie in a folder.</summary>
public sealed class RecordChoice
{
    private readonly Dictionary<string, CellRecord> _records = [];

    /// <summary>Chooses.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="folder">The path of the folder.</param>
    /// <exception cref="CampaignException">There is no folder, or it has records of another plan.</exception>
    /// <exception cref="InvalidDataException">A part of a search has two results, where it can have one.</exception>
    public RecordChoice(Plan plan, string folder)
    {
        RecordFolder files = new(folder);
        files.CheckIsOf(plan.Cells.Select(cell => cell.Id).ToHashSet());
        List<string> rejected = [];
        Dictionary<string, Cell> counting = plan.CellsInForce().ToDictionary(cell => cell.Id);
        foreach (CellRecord record in files.ReadAll(rejected).Where(record => counting.ContainsKey(record.Cell)))
        {
            if (counting[record.Cell].Part is null != record.Result.Part is null)
            {
                rejected.Add($"{record.FileName}: it is the result of another kind of cell");
                continue;
            }

            if (_records.TryAdd(record.Cell, record))
            {
                continue;
            }

            // Real threads never do the same twice: the first one by content counts. A search does.
            Duplicates++;
            if (record.Result.Part is not null)
            {
                throw new InvalidDataException(
                    $"cell {record.Cell} has two results, {_records[record.Cell].Content} and {record.Content}; a "
                    + "search has one");
            }
        }

        Rejected = rejected;
    }

    /// <summary>Records that were not needed.</summary>
    public int Duplicates { get; }

    /// <summary>Files that are no records of their cell, and why.</summary>
    public IReadOnlyList<string> Rejected { get; }

    /// <summary>All that were chosen.</summary>
    public IReadOnlyCollection<CellRecord> All => _records.Values;

    /// <summary>The record of a cell; null if there is none.</summary>
    public CellRecord? Of(Cell cell) => _records.GetValueOrDefault(cell.Id);
}
