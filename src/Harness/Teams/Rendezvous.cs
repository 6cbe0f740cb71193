using System.Runtime.ExceptionServices;

namespace Harness.Teams;

/// <summary>
/// Where the workers of a round meet: when the last one has come, all of them do the round's work, part by part, and go
/// on.
/// </summary>
/// <remarks>
/// A worker that waits for something else must leave before and join again after, or the others wait for it here.
/// </remarks>
/// <param name="work">What is done between rounds, such as an audit; without it nobody ever needs to meet.</param>
public sealed class Rendezvous(IRoundWork? work)
{
    private readonly object _gate = new();
    private ExceptionDispatchInfo? _failure;
    private int _members;
    private int _arrived;
    private int _nextPart;
    private int _partsDone;
    private bool _isWorking;
    private volatile bool _isOver;

    /// <summary>Whether the round is over, so that every worker shall come here.</summary>
    public bool IsOver => _isOver;

    /// <summary>Rounds done.</summary>
    public long Rounds { get; private set; }

    /// <summary>Ends the round before a log is full.</summary>
    public void EndRound() => _isOver = work is not null;

    /// <summary>Becomes one of the workers that a round waits for. Waits while a round is being audited.</summary>
    public void Join()
    {
        lock (_gate)
        {
            while (_isWorking)
            {
                Monitor.Wait(_gate);
            }

            _members++;
        }
    }

    /// <summary>Stops being one of the workers that a round waits for.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            _members--;
            BeginIfAllCame();
        }
    }

    /// <summary>Waits for the other workers, then helps to audit the round.</summary>
    public void Meet()
    {
        long round;
        lock (_gate)
        {
            round = Rounds;
            _isOver = true;
            _arrived++;
            BeginIfAllCame();
            while (!_isWorking && Rounds == round)
            {
                Monitor.Wait(_gate);
            }
        }

        Work();
        lock (_gate)
        {
            while (Rounds == round)
            {
                Monitor.Wait(_gate);
            }
        }

        _failure?.Throw();
    }

    /// <summary>Audits what is left when every worker has gone.</summary>
    public void Finish()
    {
        lock (_gate)
        {
            _isWorking = work is not null;
            _nextPart = 0;
            _partsDone = 0;
        }

        Work();
        _failure?.Throw();
    }

    private void BeginIfAllCame()
    {
        if (_arrived > 0 && _arrived == _members)
        {
            _nextPart = 0;
            _partsDone = 0;
            _isWorking = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void Work()
    {
        while (work is not null && Interlocked.Increment(ref _nextPart) - 1 is int part && part < work.Parts)
        {
            Run(() => work.RunPart(part));
            if (Interlocked.Increment(ref _partsDone) == work.Parts)
            {
                Run(work.CloseRound);
                lock (_gate)
                {
                    _arrived = 0;
                    _isWorking = false;
                    _isOver = false;
                    Rounds++;
                    Monitor.PulseAll(_gate);
                }
            }
        }
    }

    /// <summary>
    /// A defect of the audit itself must not leave the other workers waiting: every one of them rethrows it.
    /// </summary>
    private void Run(Action step)
    {
        try
        {
            step();
        }
#pragma warning disable CA1031 // Rethrown by every worker.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _failure ??= ExceptionDispatchInfo.Capture(e);
        }
    }
}
