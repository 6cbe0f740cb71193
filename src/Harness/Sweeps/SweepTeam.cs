using System.Diagnostics;
using Harness.Processors;

namespace Harness.Sweeps;

/// <summary>
/// One thread for each actor; all meet before and after each stride, and the first one counts in between.
/// </summary>
internal sealed class SweepTeam(Stride stride, Tally tally, Affinity affinity) : IDisposable
{
    private readonly Barrier _meeting = new(stride.Actors);
    private volatile bool _isOver;
    private Exception? _failure;

    /// <summary>Runs strides until the time is up.</summary>
    /// <returns>Time in seconds.</returns>
    public double Run(TimeSpan budget, CancellationToken cancellation)
    {
        Stopwatch clock = Stopwatch.StartNew();
        Thread[] threads = [.. Enumerable.Range(0, stride.Actors)
            .Select(actor => new Thread(() => Guard(actor, clock, budget, cancellation)))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return _failure is null
            ? clock.Elapsed.TotalSeconds
            : throw new InvalidOperationException("an actor of the scenario failed", _failure);
    }

    /// <inheritdoc/>
    public void Dispose() => _meeting.Dispose();

    private void Guard(int actor, Stopwatch clock, TimeSpan budget, CancellationToken cancellation)
    {
        try
        {
            if (affinity.ProcessorOf(actor) is int processor)
            {
                ProcessorPinning.Pin(0, [processor]);
            }

            Sweep(actor, clock, budget, cancellation);
        }
        catch (Exception e)
        {
            _failure = e;
            _isOver = true;
            _meeting.RemoveParticipant();
        }
    }

    private void Sweep(int actor, Stopwatch clock, TimeSpan budget, CancellationToken cancellation)
    {
        while (!_isOver)
        {
            _meeting.SignalAndWait(CancellationToken.None);
            stride.Sweep(actor);
            _meeting.SignalAndWait(CancellationToken.None);
            if (actor == 0)
            {
                stride.Collect(tally);
                _isOver |= clock.Elapsed >= budget || cancellation.IsCancellationRequested;
            }

            _meeting.SignalAndWait(CancellationToken.None);
        }
    }
}
