namespace Harness.Sweeps;

/// <summary>
/// Decides the outcomes of a perpetual program. A frame is an iteration of each thread. It has an outcome if every load
/// saw a store of the frame, whose value it is, or an older one, which is 0; a load that saw a later one makes it none.
/// All else that the threads did may be taken out of such an execution without allowing it more, so a model that
/// forbids the outcome of a frame forbids what happened.
/// </summary>
/// <param name="shift">Binary logarithm of the values of an iteration.</param>
/// <param name="readsOther">For each thread and register, whether it reads a word of the other thread.</param>
internal sealed class PerpetualFrames(int shift, IReadOnlyList<bool>[] readsOther)
{
    private readonly int _mask = (1 << shift) - 1;

    /// <summary>The thread whose iterations choose frames: the first that reads from the other one.</summary>
    private readonly int _chooser = readsOther[0].Contains(true) ? 0 : 1;

    /// <summary>Number of outcomes that there can be: the length of the counts.</summary>
    public int Outcomes { get; } = 1 << (shift * (readsOther[0].Count + readsOther[1].Count));

    /// <summary>
    /// Counts the outcomes of frames: of each iteration of the thread that chooses, with the iteration of the other
    /// thread that it saw the newest store of, and with the next, of which it saw nothing. If what a thread reads never
    /// gets older, the second is the frame of store buffering wherever there is one.
    /// </summary>
    /// <param name="seen">For each thread what its registers have seen, iteration after iteration.</param>
    /// <param name="iterations">Iterations of each thread.</param>
    /// <param name="counts">A counter for each outcome: the first thread's first register has the highest bits.</param>
    public void Count(int[][] seen, int iterations, long[] counts)
    {
        for (int chosen = 0; chosen < iterations; chosen++)
        {
            int newest = NewestSeen(_chooser, seen[_chooser], chosen);
            for (int partner = newest; partner <= newest + 1; partner++)
            {
                (int first, int second) = _chooser == 0 ? (chosen, partner) : (partner, chosen);
                if (partner >= 0 && partner < iterations && OutcomeOf(seen, first, second) is int outcome and >= 0)
                {
                    counts[outcome]++;
                }
            }
        }
    }

    /// <summary>The outcome of a frame, or -1 if it has none.</summary>
    /// <param name="seen">For each thread what its registers have seen.</param>
    /// <param name="first">Iteration of the first thread.</param>
    /// <param name="second">Iteration of the second thread.</param>
    public int OutcomeOf(int[][] seen, int first, int second)
    {
        int outcome = Append(0, 0, seen[0], own: first, other: second);
        return outcome < 0 ? -1 : Append(outcome, 1, seen[1], own: second, other: first);
    }

    /// <summary>The value of one register in an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="register">Its number, the first thread's registers before the second's.</param>
    public int ValueOf(int outcome, int register) =>
        (outcome >> (shift * (readsOther[0].Count + readsOther[1].Count - 1 - register))) & _mask;

    private int Append(int outcome, int thread, int[] seen, int own, int other)
    {
        IReadOnlyList<bool> registers = readsOther[thread];
        for (int register = 0; register < registers.Count; register++)
        {
            int value = seen[(own * registers.Count) + register];
            int age = IterationOf(value) - (registers[register] ? other : own);
            if (age > 0)
            {
                return -1;
            }

            outcome = (outcome << shift) | (age == 0 ? value & _mask : 0);
        }

        return outcome;
    }

    private int NewestSeen(int thread, int[] seen, int iteration)
    {
        IReadOnlyList<bool> registers = readsOther[thread];
        int newest = -1;
        for (int register = 0; register < registers.Count; register++)
        {
            if (registers[register])
            {
                newest = Math.Max(newest, IterationOf(seen[(iteration * registers.Count) + register]));
            }
        }

        return newest;
    }

    /// <summary>The iteration that stored a value, -1 for the initial one.</summary>
    private int IterationOf(int value) => value == 0 ? -1 : value >> shift;
}
