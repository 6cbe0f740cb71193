using System.Diagnostics;
using Atomics;
using Stress.Bench.Team;

namespace Stress.Bench.Ratios;

/// <summary>
/// What the hardware takes to move a cache line from one core to another: two pinned threads wait for each other on one
/// word.
/// </summary>
internal static class LineTransfer
{
    private const int Transfers = 1000;
    private const int Repeats = 201;

    /// <summary>
    /// Nanoseconds for one transfer: of the fastest repeat, since whatever disturbs one only makes it slower.
    /// </summary>
    /// <param name="team">Two threads.</param>
    public static double Measure(ThreadTeam team)
    {
        using NativeBlock block = new(NativeBlock.AlignmentBytes);
        double[] nanoseconds = new double[Repeats];
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            block.Word64(0) = 0;
            TimeSpan longest = TimeSpan.Zero;
            team.RunOnce(thread =>
            {
                long start = Stopwatch.GetTimestamp();
                Bounce(ref block.Word64(0), thread);
                if (thread == 0)
                {
                    longest = Stopwatch.GetElapsedTime(start);
                }
            });
            nanoseconds[repeat] = longest.TotalNanoseconds / Transfers;
        }

        return nanoseconds.Min();
    }

    /// <summary>Takes the word to the next number whenever its parity is this thread's.</summary>
    private static void Bounce(ref long word, int parity)
    {
        for (long next = parity; next < Transfers; next += 2)
        {
            while (HardwareMemory.ReadAcquire(ref word) != next)
            {
                // No pause: it would add to what is measured.
            }

            HardwareMemory.WriteRelease(ref word, next + 1);
        }
    }
}
