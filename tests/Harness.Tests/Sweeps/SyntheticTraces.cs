namespace Harness.Tests.Sweeps;

/// <summary>What two threads of a store-buffering test would see, iteration after iteration, made up step by
/// step.</summary>
internal static class SyntheticTraces
{
    /// <summary>Binary logarithm of the values of an iteration: each stores 1.</summary>
    public const int Shift = 1;

    /// <summary>Runs both threads in a random order of steps.</summary>
    /// <param name="random">Where the order comes from.</param>
    /// <param name="iterations">Iterations of each.</param>
    /// <param name="bufferedStores">Stores that a thread may keep to itself; 0 for sequential consistency.</param>
    public static int[][] StoreBuffering(Random random, int iterations, int bufferedStores)
    {
        int[] memory = new int[2];
        int[][] seen = [new int[iterations], new int[iterations]];
        int[] steps = new int[2];
        Queue<int>[] buffers = [new(), new()];
        while (steps[0] < 2 * iterations || steps[1] < 2 * iterations)
        {
            int thread = random.Next(2);
            if (buffers[thread].Count > bufferedStores || (buffers[thread].Count > 0 && random.Next(3) == 0))
            {
                memory[thread] = buffers[thread].Dequeue();
            }
            else if (steps[thread] < 2 * iterations)
            {
                int iteration = steps[thread] / 2;
                if (steps[thread]++ % 2 == 0)
                {
                    buffers[thread].Enqueue((iteration << Shift) + 1);
                    Drain(buffers[thread], memory, thread, bufferedStores);
                }
                else
                {
                    seen[thread][iteration] = memory[1 - thread];
                }
            }
        }

        return seen;
    }

    private static void Drain(Queue<int> buffer, int[] memory, int thread, int bufferedStores)
    {
        while (buffer.Count > bufferedStores)
        {
            memory[thread] = buffer.Dequeue();
        }
    }
}
