using Exploration.Actors;

namespace Exploration.Search;

/// <summary>
/// One run of an actor as far as it has come, and what all its runs so far have between a read and a later write. Reads and writes of
/// two runs are the same if they are the same-numbered ones of their word.
/// </summary>
/// <param name="thread">The actor.</param>
/// <param name="fencesFailedSwap">Whether a compare-and-swap that fails is a full fence.</param>
internal sealed class SurveyedRun(int thread, bool fencesFailedSwap)
{
    private readonly List<Access> _path = [];
    private readonly Dictionary<(Name Read, Name Write), Ways> _pairs = [];

    /// <summary>Accesses and barriers so far.</summary>
    public int Length => _path.Count;

    /// <summary>The most writes of any run so far.</summary>
    public int MaxWrites { get; private set; }

    /// <summary>Pairs of words of which the actor, in some run, reads the first and later writes the second.</summary>
    public HashSet<(int Read, int Written)> Flows { get; } = [];

    /// <summary>Plain reads and later plain writes of another word that nothing keeps in order in some run.</summary>
    public IEnumerable<PassingPair> Passing => _pairs.Where(pair => pair.Value.Passing.Count > 0).Select(PairOf).Distinct();

    /// <summary>Those of them that something keeps in order in a run that differs in what is speculation only.</summary>
    public IEnumerable<PassingPair> PassingAtTimes => _pairs.Where(pair => pair.Value.Differ).Select(PairOf).Distinct();

    /// <summary>The actor performs an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="index">Its index in the actor's history.</param>
    /// <param name="value">What it reads.</param>
    /// <param name="writes">Whether it writes.</param>
    public void Add(in Operation operation, int index, long value, bool writes)
    {
        bool isFence = operation.Kind == OperationKind.Fence
            || (operation.Ordering == Ordering.Full && (writes || fencesFailedSwap));
        Access access = new(
            operation, index, value, writes, isFence, NameOf(operation, writes: false), NameOf(operation, writes: true));
        if (writes)
        {
            Compare(access);
        }

        _path.Add(access);
        MaxWrites = Math.Max(MaxWrites, _path.Count(each => each.Writes));
    }

    /// <summary>Takes the last accesses and barriers back.</summary>
    public void Shorten(int length) => _path.RemoveRange(length, _path.Count - length);

    private void Compare(in Access write)
    {
        List<Access> passed = [];
        List<Access> kept = [];
        bool isHeld = write.IsFence || (write.Operation.Ordering & Ordering.Release) != 0;
        for (int earlier = _path.Count - 1; earlier >= 0; earlier--)
        {
            Access access = _path[earlier];
            isHeld |= access.IsFence;
            if (access.Operation.Reads)
            {
                bool keeps = isHeld || (access.Operation.Ordering & (Ordering.Acquire | Ordering.Full)) != 0
                    || write.Operation.Through == access.Index;
                (keeps ? kept : passed).Add(access);
            }

            // A volatile write stays behind what is before it, and before later writes of its word.
            isHeld |= access.Writes && access.Operation.Location == write.Operation.Location
                && (access.Operation.Ordering & Ordering.Release) != 0;
        }

        SettledReads settled = new(new(kept.ToDictionary(
            read => (read.ReadName.Location, read.ReadName.Number), read => read.Value)));
        foreach (Access read in passed)
        {
            WaysOf(read, write)?.Passing.TryAdd(settled.Key, settled);
        }

        foreach (Access read in kept)
        {
            WaysOf(read, write)?.Held.TryAdd(settled.Key, settled);
        }
    }

    private Ways? WaysOf(in Access read, in Access write)
    {
        (int from, int to) = (read.Operation.Location, write.Operation.Location);
        if (from == to)
        {
            return null;
        }

        Flows.Add((from, to));
        if (!_pairs.TryGetValue((read.ReadName, write.WriteName), out Ways? ways))
        {
            ways = new Ways([], []);
            _pairs.Add((read.ReadName, write.WriteName), ways);
        }

        return ways;
    }

    private Name NameOf(in Operation operation, bool writes)
    {
        int location = operation.Location;
        return new Name(location, _path.Count(each =>
            each.Operation.Location == location && (writes ? each.Writes : each.Operation.Reads)));
    }

    private PassingPair PairOf(KeyValuePair<(Name Read, Name Write), Ways> pair) =>
        new(thread, pair.Key.Read.Location, pair.Key.Write.Location);

    private readonly record struct Name(int Location, int Number);

    private readonly record struct Access(
        Operation Operation, int Index, long Value, bool Writes, bool IsFence, Name ReadName, Name WriteName);

    /// <summary>The settled reads of the runs in which something keeps a read before a write, and of those in which nothing does.</summary>
    private sealed record Ways(Dictionary<string, SettledReads> Held, Dictionary<string, SettledReads> Passing)
    {
        public bool Differ => Passing.Values.Any(passing => Held.Values.Any(passing.Agrees));
    }
}
