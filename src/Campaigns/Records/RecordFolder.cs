using System.Text.Json;

namespace Campaigns.Records;

/// <summary>The folder in which all workers of a campaign leave their records.</summary>
/// <param name="path">Its path.</param>
public sealed class RecordFolder(string path)
{
    /// <summary>Ends the name of the file by which a worker says that it is at a cell.</summary>
    public const string RunningExtension = ".running";

    /// <summary>Whether a cell has a record that is whole.</summary>
    public bool Has(string cell) =>
        Names(CellRecord.Extension).Any(name => CellOf(name) == cell && TryRead(name, out _) is null);

    /// <summary>Refuses a folder with records of another plan.</summary>
    /// <param name="known">The cells of the plan.</param>
    /// <exception cref="CampaignException">It has some.</exception>
    public void CheckIsOf(IReadOnlySet<string> known)
    {
        string[] foreign = [.. Names(CellRecord.Extension).Select(CellOf).Distinct()
            .Where(cell => !known.Contains(cell)).Order(StringComparer.Ordinal)];
        if (foreign.Length > 0)
        {
            throw new CampaignException(
                $"'{path}' has records of {foreign.Length} cells of another plan, such as {foreign[0]}; accepted: a "
                + "folder of one plan alone");
        }
    }

    /// <summary>Writes a record.</summary>
    public void Write(CellRecord record) =>
        WholeFile.Write(Path.Combine(path, record.FileName),
            JsonSerializer.SerializeToUtf8Bytes(record, RecordJson.Exact.CellRecord));

    /// <summary>
    /// Reads all records; what is cut, changed or under another one's name is rejected, with the reason.
    /// </summary>
    public IReadOnlyList<CellRecord> ReadAll(ICollection<string> rejected)
    {
        List<CellRecord> records = [];
        foreach (string name in Names(CellRecord.Extension).Order(StringComparer.Ordinal))
        {
            string? reason = TryRead(name, out CellRecord? record);
            if (reason is null)
            {
                records.Add(record!);
            }
            else
            {
                rejected.Add($"{name}: {reason}");
            }
        }

        return records;
    }

    /// <summary>The cells that somebody is at, and when it last said so.</summary>
    public IReadOnlyDictionary<string, DateTime> Running() => Names(RunningExtension)
        .ToDictionary(name => name[..^RunningExtension.Length],
            name => File.GetLastWriteTimeUtc(Path.Combine(path, name)));

    /// <summary>Says that somebody is at a cell.</summary>
    public void Mark(string cell) =>
        File.WriteAllText(Path.Combine(path, cell + RunningExtension), Environment.MachineName);

    /// <summary>Says that nobody is at a cell.</summary>
    public void Unmark(string cell) => File.Delete(Path.Combine(path, cell + RunningExtension));

    private IEnumerable<string> Names(string extension) => !Directory.Exists(path)
        ? throw new CampaignException($"'{path}' is no folder; accepted: the folder that the workers write to")
        : Directory.EnumerateFiles(path).Select(file => Path.GetFileName(file))
            .Where(name => name.EndsWith(extension, StringComparison.Ordinal)
                && !name.StartsWith(WholeFile.PartialPrefix, StringComparison.Ordinal));

    private static string CellOf(string name) => name[..name.IndexOf('.', StringComparison.Ordinal)];

    private string? TryRead(string name, out CellRecord? record)
    {
        record = null;
        try
        {
            record = JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(path, name)),
                RecordJson.Exact.CellRecord);
        }
        catch (JsonException)
        {
            return "it is cut, or no record";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return "it cannot be read";
        }

        return record is null || record.Result.Part is null == record.Result.Totals is null ? "it is no record"
            : record.FileName != name ? "it is another one's record under this name"
            : record.Content != CellRecord.ContentOf(record.Cell, record.Result) ? "it was changed after it was written"
            : null;
    }
}
