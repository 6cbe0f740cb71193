using System.Diagnostics;
using Campaigns.Plans;
using Campaigns.Records;

namespace Campaigns.Work;

/// <summary>What one worker does: its cells that have no record yet, one after the other.</summary>
/// <param name="plan">The plan.</param>
/// <param name="folder">The path of the folder for records; made if it is not there.</param>
/// <param name="runner">Does the cells.</param>
public sealed class CampaignWork(Plan plan, string folder, ICellRunner runner)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);
    private readonly RecordFolder _records = new(folder);

    /// <summary>Works.</summary>
    /// <param name="shard">Which worker this is.</param>
    /// <param name="onDone">Called with each cell and its seconds.</param>
    /// <param name="cancellation">Ends the work; what is not whole is not written.</param>
    /// <exception cref="CampaignException">The folder cannot be made, or has records of another plan.</exception>
    /// <exception cref="IOException">A record cannot be written; those before it are there.</exception>
    public WorkDone Run(Shard shard, Action<Cell, double> onDone, CancellationToken cancellation)
    {
        Create();
        _records.CheckIsOf(plan.Cells.Select(cell => cell.Id).ToHashSet());
        Cell[] mine = [.. shard.Of(plan.Cells).Intersect(plan.CellsInForce())];
        int before = 0;
        int done = 0;
        foreach (Cell cell in mine)
        {
            if (Keep(() => _records.Has(cell.Id)))
            {
                before++;
            }
            else if (!cancellation.IsCancellationRequested && TryRun(cell, onDone, cancellation))
            {
                done++;
            }
        }

        return new WorkDone(mine.Length, before, done);
    }

    private bool TryRun(Cell cell, Action<Cell, double> onDone, CancellationToken cancellation)
    {
        Stopwatch clock = Stopwatch.StartNew();
        Keep(() => _records.Mark(cell.Id));
        using Timer beat = new(_ => KeepMark(cell.Id), null, Beat, Beat);
        try
        {
            CellResult result = runner.Run(plan, cell, cancellation);
            double seconds = Math.Round(clock.Elapsed.TotalSeconds, 3);
            Keep(() => _records.Write(CellRecord.Of(cell.Id, result, seconds, Environment.MachineName)));
            onDone(cell, seconds);
            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            beat.Change(Timeout.Infinite, Timeout.Infinite);
            if (Directory.Exists(folder))
            {
                _records.Unmark(cell.Id);
            }
        }
    }

    private void Create()
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CampaignException(
                $"'{folder}' cannot be made ({refused.Message}); accepted: a folder, or a path where one can be made");
        }
    }

    /// <summary>
    /// A full disk, or a folder that has gone, ends the work; what to do about it is said in one line.
    /// </summary>
    private void Keep(Action write) => Keep(() =>
    {
        write();
        return true;
    });

    private T Keep<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or CampaignException)
        {
            throw new IOException(
                $"'{folder}' is full or gone ({refused.Message}); the records there are whole, and a worker "
                + "that is started again goes on from them", refused);
        }
    }

    /// <summary>A folder that has gone is told when the record is written, not here.</summary>
    private void KeepMark(string cell)
    {
        try
        {
            _records.Mark(cell);
        }
        catch (IOException)
        {
            return;
        }
    }
}
