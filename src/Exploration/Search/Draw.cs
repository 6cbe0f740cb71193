using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>
/// The random choices of one execution: the order of the threads, which accesses are put off, and what those choose.
/// </summary>
/// <remarks>
/// The thread of the highest priority acts. Of the accesses, as they come up, some were drawn by number beforehand:
/// when one of them comes up, its thread falls behind all others, and the access, when its turn comes, chooses among
/// the newest writes of its word. Every other access takes what its thread has seen already (PCTWM; see
/// <see cref="SampleOptions"/>).
/// </remarks>
/// <param name="threads">How many threads there are.</param>
/// <param name="history">Among how many of the newest writes an access that was put off chooses.</param>
internal sealed class Draw(int threads, int history)
{
    private readonly int[] _priorities = new int[threads];
    private readonly int[] _putOffAt = new int[GraphLimits.MaxEvents + 1];
    private readonly int[] _numbers = new int[GraphLimits.MaxEvents];
    private readonly bool[] _isPutOff = new bool[threads];
    private readonly int[] _fresh = new int[threads];
    private readonly int[] _waitingSince = new int[threads];
    private DrawRandom _random;

    /// <summary>Accesses that have come up.</summary>
    public int Accesses { get; private set; }

    /// <summary>Begins an execution.</summary>
    /// <param name="seed">Decides everything.</param>
    /// <param name="maxDepth">Accesses that are put off, at most; how many is drawn as well.</param>
    /// <param name="accesses">Among how many of the first accesses they are.</param>
    /// <returns>The choices themselves.</returns>
    public Draw Begin(long seed, int maxDepth, int accesses)
    {
        _random = new DrawRandom(seed);
        Accesses = 0;
        Array.Clear(_putOffAt);
        Array.Clear(_isPutOff);
        Array.Clear(_fresh);
        Array.Fill(_waitingSince, -1);
        int depth = Math.Min(_random.Next(maxDepth + 1), accesses);
        Shuffle(_priorities, threads, first: depth + 1);
        Shuffle(_numbers.AsSpan(0, accesses), depth, first: 1);
        for (int index = 0; index < depth; index++)
        {
            _putOffAt[_numbers[index]] = index + 1;
        }

        return this;
    }

    /// <summary>
    /// Lower bound on the probability of one execution: the depth is the one of 0 to <paramref name="maxDepth"/>, each
    /// of the accesses is put off at its own place in the order, and each chooses the right one of the newest writes.
    /// </summary>
    /// <param name="depth">Accesses that must be put off.</param>
    /// <param name="maxDepth">Most that are.</param>
    /// <param name="accesses">Accesses of an execution.</param>
    public double Probability(int depth, int maxDepth, int accesses) =>
        Enumerable.Range(0, depth).Aggregate(
            1.0 / (maxDepth + 1), (probability, index) => probability / ((accesses - index) * (double)history));

    /// <summary>A thread's priority: the highest acts.</summary>
    public int PriorityOf(int thread) => _priorities[thread];

    /// <summary>Whether a thread's next access is one that was put off.</summary>
    public bool IsPutOff(int thread) => _isPutOff[thread];

    /// <summary>Whether a thread that begins an access falls behind all others first.</summary>
    public bool PutsOff(int thread)
    {
        if (_isPutOff[thread] || _fresh[thread] > 0)
        {
            return false;
        }

        int priority = ++Accesses <= GraphLimits.MaxEvents ? _putOffAt[Accesses] : 0;
        if (priority > 0)
        {
            _priorities[thread] = priority;
            _isPutOff[thread] = true;
        }

        return priority > 0;
    }

    /// <summary>A thread has performed an access.</summary>
    public void Acted(int thread)
    {
        _isPutOff[thread] = false;
        if (_fresh[thread] > 0)
        {
            _fresh[thread]--;
        }
        else
        {
            _waitingSince[thread] = -1;
        }
    }

    /// <summary>Puts the places among which an access chooses in the order in which they are tried.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="places">The newest first.</param>
    /// <param name="isWrite">Whether a write looks for its place behind them.</param>
    public void Arrange(int thread, Span<short> places, bool isWrite)
    {
        if (_fresh[thread] > 0 || (isWrite && !_isPutOff[thread]))
        {
            return;
        }

        if (!_isPutOff[thread])
        {
            places.Reverse();
            return;
        }

        int newest = Math.Min(history, places.Length);
        for (int index = 0; index < newest - 1; index++)
        {
            int other = index + _random.Next(newest - index);
            (places[index], places[other]) = (places[other], places[index]);
        }
    }

    /// <summary>
    /// When a thread that waits last began a turn that sees the newest writes, by the graph's clock; negative if it has
    /// not yet.
    /// </summary>
    public int WaitingSince(int thread) => _waitingSince[thread];

    /// <summary>
    /// A thread that waits goes round again, and reads the newest writes, so that the wait ends if it can.
    /// </summary>
    /// <param name="thread">The thread.</param>
    /// <param name="turn">How many accesses a turn has.</param>
    /// <param name="clock">The graph's clock.</param>
    public void TryAgain(int thread, int turn, int clock) => (_fresh[thread], _waitingSince[thread]) = (turn, clock);

    /// <summary>Fills the beginning of a span with numbers of a range as long as the span, in random order.</summary>
    private void Shuffle(Span<int> numbers, int count, int first)
    {
        for (int index = 0; index < numbers.Length; index++)
        {
            numbers[index] = first + index;
        }

        for (int index = 0; index < count; index++)
        {
            int other = index + _random.Next(numbers.Length - index);
            (numbers[index], numbers[other]) = (numbers[other], numbers[index]);
        }
    }
}
