using Atomics;
using Atomics.Programs;

namespace Harness.Sweeps;

/// <summary>A perpetual program: the threads meet only where the buffers of what they saw are full.</summary>
internal sealed class PerpetualSweep : ISwept, IDisposable
{
    /// <summary>Iterations between two meetings, some milliseconds: the threads must be at it at the same
    /// time.</summary>
    public const int Iterations = 1 << 16;

    /// <summary>Exchanges of a signal before the threads begin: without a break only threads that run at the same time
    /// make them.</summary>
    private const int Signals = 4;

    /// <summary>Looks at the other thread's signal, some milliseconds, after which a thread begins without
    /// it.</summary>
    private const int Patience = 1 << 16;

    /// <summary>Integers between the signals: two pairs of cache lines.</summary>
    private const int Apart = 64;

    private readonly int[] _signals = new int[3 * Apart];
    private readonly PerpetualProgram _program;
    private readonly Tally _tally;
    private readonly ScenarioInstance _instance;
    private readonly PerpetualFrames _frames;
    private readonly int[][] _seen;
    private readonly long[] _counts;
    private readonly long[][] _registers;

    /// <summary>Makes it ready.</summary>
    /// <param name="scenario">The scenario, whose names the outcomes have.</param>
    /// <param name="program">The same as a perpetual program; disposed with this.</param>
    /// <param name="tally">Counts what is seen.</param>
    public PerpetualSweep(Scenario scenario, PerpetualProgram program, Tally tally)
    {
        _tally = tally;
        _program = program;
        _instance = scenario.Create<HardwareMemory>();
        _frames = new PerpetualFrames(program.Shift, [.. program.Actors.Select(actor => actor.ReadsOther)]);
        _seen = [.. program.Actors.Select(actor => new int[Iterations * actor.ReadsOther.Count])];
        _counts = new long[_frames.Outcomes];
        _registers = [.. program.Actors.Select(actor => new long[actor.ReadsOther.Count])];
    }

    /// <inheritdoc/>
    public int Actors => _program.Actors.Count;

    /// <inheritdoc/>
    public void Sweep(int actor)
    {
        Meet(ref _signals[Apart * (1 + actor)], ref _signals[Apart * (2 - actor)]);
        _program.Actors[actor].Body(Iterations, _seen[actor]);
    }

    /// <inheritdoc/>
    public void Collect()
    {
        _frames.Count(_seen, Iterations, _counts);
        for (int outcome = 0; outcome < _counts.Length; outcome++)
        {
            if (_counts[outcome] > 0)
            {
                int register = 0;
                foreach (long[] each in _registers)
                {
                    for (int index = 0; index < each.Length; index++)
                    {
                        each[index] = _frames.ValueOf(outcome, register++);
                    }
                }

                _tally.Add(_instance, _registers, _counts[outcome]);
                _counts[outcome] = 0;
            }
        }

        _program.Reset();
        Array.Clear(_signals);
    }

    /// <summary>
    /// Lets two threads begin at once. Behind a barrier of the system one of them may be done before the other has a
    /// processor.
    /// </summary>
    private static void Meet(ref int own, ref int other)
    {
        int left = Patience;
        for (int signal = 1; signal <= Signals; signal++)
        {
            Volatile.Write(ref own, signal);
            while (Volatile.Read(ref other) < signal && left-- > 0)
            {
                Thread.SpinWait(1);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _instance.Dispose();
        _program.Dispose();
    }
}
