using System.Diagnostics;
using Harness.Processors;
using Stress.Bench.Cases;

namespace Stress.Bench.Team;

/// <summary>
/// Pinned threads that wait between slices and then work at the same time, each on the processor of its number in an
/// order of the processors (modulo the processors there are).
/// </summary>
internal sealed class ThreadTeam : IDisposable
{
    private readonly Barrier _gate;
    private readonly Thread[] _threads;
    private readonly ThreadSlice[] _slices;
    private Action<int>? _work;
    private Exception? _failure;
    private volatile bool _stop;

    /// <summary>Starts the threads, each on a core of its own while there are any.</summary>
    /// <param name="threads">How many, at least 1.</param>
    public ThreadTeam(int threads)
        : this(threads, Placement.Cores.Order(Topology.Here()))
    {
    }

    /// <summary>Starts the threads.</summary>
    /// <param name="threads">How many, at least 1.</param>
    /// <param name="processors">The processors in the order in which threads take them.</param>
    public ThreadTeam(int threads, IReadOnlyList<int> processors)
    {
        _gate = new Barrier(threads + 1);
        _slices = new ThreadSlice[threads];
        _threads =
        [
            .. Enumerable.Range(0, threads)
                .Select(index => new Thread(() => Serve(index, processors[index % processors.Count]))
            {
                IsBackground = true,
                Name = $"bench {index}",
            }),
        ];
        foreach (Thread thread in _threads)
        {
            thread.Start();
        }
    }

    /// <summary>Threads.</summary>
    public int Size => _threads.Length;

    /// <summary>Lets the workers run for a time and tells what each got done.</summary>
    /// <param name="workers">One for each thread.</param>
    /// <param name="length">How long, about.</param>
    public IReadOnlyList<ThreadSlice> Run(IReadOnlyList<BenchWorker> workers, TimeSpan length)
    {
        _stop = false;
        RunOnce(index => _slices[index] = Measure(workers[index], index == 0 ? length : TimeSpan.MaxValue));
        return _slices;
    }

    /// <summary>Lets every thread do something once, all at the same time.</summary>
    public void RunOnce(Action<int> work)
    {
        _work = work;
        _gate.SignalAndWait();
        _gate.SignalAndWait();
        if (_failure is Exception failure)
        {
            throw new InvalidOperationException($"a bench thread failed: {failure.Message}", failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _work = null;
        _gate.SignalAndWait();
        foreach (Thread thread in _threads)
        {
            thread.Join();
        }

        _gate.Dispose();
    }

    private void Serve(int index, int processor)
    {
        if (ProcessorPinning.IsSupported)
        {
            ProcessorPinning.Pin(0, [processor]);
        }

        while (true)
        {
            _gate.SignalAndWait();
            if (_work is not Action<int> work)
            {
                return;
            }

            try
            {
                work(index);
            }
#pragma warning disable CA1031 // Handed to the measuring thread, which rethrows.
            catch (Exception e)
#pragma warning restore CA1031
            {
                _failure = e;

                // The others work until the first thread stops them, which this one may be.
                _stop = true;
            }

            _gate.SignalAndWait();
        }
    }

    /// <summary>
    /// Works until somebody stops the slice: the first thread does, by the clock, so that nobody else needs a processor
    /// meanwhile.
    /// </summary>
    private ThreadSlice Measure(BenchWorker worker, TimeSpan length)
    {
        long operations = 0;
        TimeSpan processor = ProcessorClock.Now;
        long start = Stopwatch.GetTimestamp();
        do
        {
            worker.Chunk();
            operations += BenchWorker.ChunkOperations;
            if (Stopwatch.GetElapsedTime(start) >= length)
            {
                _stop = true;
            }
        }
        while (!_stop);
        long end = Stopwatch.GetTimestamp();
        TimeSpan used = ProcessorClock.IsSupported
            ? ProcessorClock.Now - processor
            : Stopwatch.GetElapsedTime(start, end);
        return new ThreadSlice(operations, start, end, used);
    }
}
