using System.Diagnostics;
using Harness.Processors;

namespace Harness.Sweeps;

/// <summary>
/// One thread for each actor; all meet before and after each stride, and the first one counts in between.
/// </summary>
public sealed class SweepTeam(ISwept swept, Affinity affinity) : IDisposable
{
    private readonly Barrier _meeting = new(swept.Actors);
    private bool _isStuck;
    private volatile bool _isOver;
    private Exception? _failure;

    /// <summary>How long after its time the team is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Runs strides until the time is up.</summary>
    /// <returns>Time in seconds.</returns>
    /// <exception cref="TimeoutException">An actor does not end: its thread is left behind.</exception>
    /// <exception cref="InvalidOperationException">An actor threw.</exception>
    public double Run(TimeSpan budget, CancellationToken cancellation)
    {
        Stopwatch clock = Stopwatch.StartNew();
        Thread[] threads = [.. Enumerable.Range(0, swept.Actors)
            .Select(actor => new Thread(() => Guard(actor, clock, budget, cancellation)) { IsBackground = true })];
        Array.ForEach(threads, thread => thread.Start());
        TimeSpan end = budget + Patience;
        foreach (Thread thread in threads)
        {
            TimeSpan left = end - clock.Elapsed;
            if (!thread.Join(left > TimeSpan.Zero ? left : TimeSpan.Zero))
            {
                _isStuck = true;
                throw new TimeoutException($"an actor had not ended {Patience.TotalSeconds:0} s after the time was up");
            }
        }

        return _failure is null
            ? clock.Elapsed.TotalSeconds
            : throw new InvalidOperationException("an actor of the scenario failed", _failure);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isStuck)
        {
            _meeting.Dispose();
        }
    }

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
            swept.Sweep(actor);
            _meeting.SignalAndWait(CancellationToken.None);
            if (actor == 0)
            {
                swept.Collect();
                _isOver |= clock.Elapsed >= budget || cancellation.IsCancellationRequested;
            }

            _meeting.SignalAndWait(CancellationToken.None);
        }
    }
}
