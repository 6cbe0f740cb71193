using Exploration.Actors;

namespace Exploration.Search;

/// <summary>
/// One run of an actor as far as it has come, and what all its runs so far have between a read and a later write. Reads
/// of two runs are the same if they are the same-numbered ones of their word; writes, if they write the same value to
/// it: what a read may see ahead of its time is written whatever that read returns.
/// </summary>
/// <param name="thread">The actor.</param>
/// <param name="fencesFailedSwap">Whether a compare-and-swap that fails is a full fence.</param>
/// <param name="namesByValue">
/// Whether writes of two runs are the same if they write the same value; if not, if they are the same-numbered ones.
/// </param>
internal sealed class SurveyedRun(int thread, bool fencesFailedSwap, bool namesByValue)
{
    private readonly List<Access> _path = [];
    private readonly HashSet<(Name Read, WriteName Write)> _passing = [];
    private readonly HashSet<(Name Read, WriteName Write)> _kept = [];
    private readonly HashSet<PassingPair> _updates = [];
    private readonly HashSet<PassingPair> _repeated = [];
    private readonly Dictionary<(Name Read, WriteName Write), Ways> _pairs = [];

    /// <summary>Accesses and barriers so far.</summary>
    public int Length => _path.Count;

    /// <summary>Whether runs are compared, once it is known what passes at all.</summary>
    public bool Compares { get; set; }

    /// <summary>The most writes of any run so far.</summary>
    public int MaxWrites { get; private set; }

    /// <summary>Pairs of words of which the actor, in some run, reads the first and later writes the second.</summary>
    public HashSet<(int Thread, int Read, int Written)> Flows { get; } = [];

    /// <summary>Plain reads and later plain writes of another word that nothing keeps in order in some run.</summary>
    public IEnumerable<PassingPair> Passing => _passing.Select(PairOf).Distinct();

    /// <summary>
    /// Those of them whose read is the reading half of an update that acquires nothing. One whose result nobody gets
    /// is left out: whatever it reads, actors do the same.
    /// </summary>
    public IReadOnlyCollection<PassingPair> PassingUpdates => _updates;

    /// <summary>
    /// Those of them whose write the actor has performed before the read as well, and nothing keeps the two apart: the
    /// earlier one stands for the later one in runs in which the read returns something else.
    /// </summary>
    public IReadOnlyCollection<PassingPair> PassingRepeats => _repeated;

    /// <summary>
    /// Those of them that something keeps in order in a run that differs in what is speculation only.
    /// </summary>
    public IEnumerable<PassingPair> PassingAtTimes =>
        _pairs.Where(pair => pair.Value.Differ).Select(pair => PairOf(pair.Key)).Distinct();

    /// <summary>The actor performs an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="index">Its index in the actor's history.</param>
    /// <param name="value">What it reads.</param>
    /// <param name="writes">Whether it writes.</param>
    /// <param name="written">What it writes.</param>
    public void Add(in Operation operation, int index, long value, bool writes, long written)
    {
        bool isFence = operation.IsBarrier
            || (operation.Ordering == Ordering.Full && (writes || fencesFailedSwap));
        Access access = new(
            operation, index, value, writes, written, isFence, NameOf(operation), NameOf(operation, written));
        if (writes)
        {
            Compare(access);
        }

        _path.Add(access);
        MaxWrites = Math.Max(MaxWrites, _path.Count(each => each.Writes));
    }

    /// <summary>Takes the last accesses and barriers back.</summary>
    public void Shorten(int length) => _path.RemoveRange(length, _path.Count - length);

    private void Compare(Access write)
    {
        List<Access> passed = [];
        List<Access> kept = [];
        bool isHeld = write.IsFence || (write.Operation.Ordering & Ordering.Release) != 0;
        KeptApart apart = default;
        for (int earlier = _path.Count - 1; earlier >= 0; earlier--)
        {
            Access access = _path[earlier];
            isHeld |= access.IsFence;
            if (!apart.Holds && access.IsSameWriteAs(write))
            {
                _repeated.UnionWith(passed.Where(read => read.Operation.Location != write.Operation.Location)
                    .Select(read => PairOf((read.Name, write.Write))));
            }

            if (access.Operation.Reads)
            {
                bool keeps = isHeld || (access.Operation.Ordering & (Ordering.Acquire | Ordering.Full)) != 0
                    || write.Operation.Through == access.Index;
                (keeps ? kept : passed).Add(access);
            }

            apart.Pass(access.Operation, access.Writes, access.IsFence);

            // A volatile write stays behind what is before it, and before later writes of its word.
            isHeld |= access.Writes && access.Operation.Location == write.Operation.Location
                && (access.Operation.Ordering & Ordering.Release) != 0;
        }

        Note(passed, write, _passing);
        Note(kept, write, _kept);
        _updates.UnionWith(passed
            .Where(read => read.Writes && read.Operation.Returns && read.Operation.Location != write.Operation.Location)
            .Select(read => PairOf((read.Name, write.Write))));
        if (Compares && passed.Concat(kept).Any(read => _passing.Contains((read.Name, write.Write))))
        {
            SettledReads settled = new(new(kept.ToDictionary(
                read => (read.Name.Location, read.Name.Number), read => read.Value)));
            passed.ForEach(read => WaysOf(read, write)?.Add(settled, passes: true));
            kept.ForEach(read => WaysOf(read, write)?.Add(settled, passes: false));
        }
    }

    private void Note(List<Access> reads, Access write, HashSet<(Name Read, WriteName Write)> pairs)
    {
        foreach (Access read in reads.Where(read => read.Operation.Location != write.Operation.Location))
        {
            Flows.Add((thread, read.Operation.Location, write.Operation.Location));
            pairs.Add((read.Name, write.Write));
        }
    }

    private Ways? WaysOf(Access read, Access write)
    {
        (Name Read, WriteName Write) pair = (read.Name, write.Write);
        if (!_passing.Contains(pair) || !_kept.Contains(pair))
        {
            return null;
        }

        if (!_pairs.TryGetValue(pair, out Ways? ways))
        {
            ways = new Ways([], []);
            _pairs.Add(pair, ways);
        }

        return ways;
    }

    private Name NameOf(in Operation operation)
    {
        int location = operation.Location;
        return new Name(location, _path.Count(each => each.Operation.Location == location && each.Operation.Reads));
    }

    private WriteName NameOf(in Operation operation, long written)
    {
        int location = operation.Location;
        return new WriteName(
            location, namesByValue ? written : _path.Count(each => each.Writes && each.Operation.Location == location));
    }

    private PassingPair PairOf((Name Read, WriteName Write) pair) =>
        new(thread, pair.Read.Location, pair.Write.Location);

    private readonly record struct Name(int Location, int Number);

    private readonly record struct Access(Operation Operation, int Index, long Value, bool Writes, long Written,
        bool IsFence, Name Name, WriteName Write)
    {
        public bool IsSameWriteAs(Access other) => Writes && Operation.Location == other.Operation.Location
            && WriteTarget.Of(Operation, Written) == WriteTarget.Of(other.Operation, other.Written);
    }

    /// <summary>A write, by its number among those of its word, or by what it writes.</summary>
    private readonly record struct WriteName(int Location, long NumberOrValue);

    /// <summary>
    /// The settled reads of the runs in which something keeps a read before a write, and of those in which nothing
    /// does.
    /// </summary>
    private sealed record Ways(Dictionary<string, SettledReads> Held, Dictionary<string, SettledReads> Passing)
    {
        private const int MaxWays = 2_048;

        /// <summary>Whether two of them agree; with too many to compare, that is taken for granted.</summary>
        public bool Differ => Held.Count == MaxWays || Passing.Count == MaxWays
            ? Held.Count > 0 && Passing.Count > 0
            : Passing.Values.Any(passing => Held.Values.Any(passing.Agrees));

        public void Add(SettledReads settled, bool passes)
        {
            Dictionary<string, SettledReads> ways = passes ? Passing : Held;
            if (ways.Count < MaxWays)
            {
                ways.TryAdd(settled.Key, settled);
            }
        }
    }
}
