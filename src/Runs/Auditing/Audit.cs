using Harness.Teams;

namespace Runs.Auditing;

/// <summary>
/// The audit of a run, round by round: while every worker is parked, what they did and saw is compared, their logs are
/// emptied and their stocks of numbers filled up. Memory stays what one round needs, however long the run.
/// </summary>
public sealed class Audit : IRoundWork
{
    private readonly AuditPartition[] _partitions;
    private readonly List<RoundLog> _logs = [];
    private readonly List<(NumberStock Incarnations, NumberStock Mms)> _stocks = [];

    /// <summary>Makes an audit.</summary>
    /// <param name="ledger">What is known of folios and MMs.</param>
    /// <param name="parts">Parts that may be audited at once, a power of two.</param>
    public Audit(Ledger ledger, int parts)
    {
        Ledger = ledger;
        _partitions = [.. Enumerable.Range(0, parts).Select(part => new AuditPartition(ledger, part, parts))];
    }

    /// <summary>What is known of folios and MMs.</summary>
    public Ledger Ledger { get; }

    /// <summary>Parts that may be audited at once.</summary>
    public int Parts => _partitions.Length;

    /// <summary>What the workers did and saw in the round, each by itself. Read while every worker is parked.</summary>
    public IReadOnlyList<RoundLog> Logs => _logs;

    /// <summary>Called when a round was audited, before its logs are emptied.</summary>
    public Action? RoundAudited { get; set; }

    /// <summary>Snapshots compared so far.</summary>
    public long SnapshotsAudited => _partitions.Sum(part => part.SnapshotsAudited);

    /// <summary>Answers compared so far.</summary>
    public long AnswersAudited => _partitions.Sum(part => part.AnswersAudited);

    /// <summary>Wrong answers so far that the scheme may give.</summary>
    public Misjudgements Misjudgements
    {
        get
        {
            Misjudgements sum = new();
            Array.ForEach(_partitions, part => sum.Add(part.Misjudgements));
            return sum;
        }
    }

    /// <summary>Adds a worker. No worker runs meanwhile.</summary>
    public void Add(RoundLog log, NumberStock incarnations, NumberStock mms)
    {
        _logs.Add(log);
        _stocks.Add((incarnations, mms));
        Ledger.Fill(incarnations, mms);
    }

    /// <summary>Audits one part of the round; parts may run on several threads at once.</summary>
    public void RunPart(int part) => _partitions[part].Run(_logs);

    /// <summary>Ends the round, after every part has run.</summary>
    public void CloseRound()
    {
        RoundAudited?.Invoke();
        foreach (RoundLog log in _logs)
        {
            Ledger.Return(log);
            log.Clear();
        }

        foreach ((NumberStock incarnations, NumberStock mms) in _stocks)
        {
            Ledger.Fill(incarnations, mms);
        }
    }
}
