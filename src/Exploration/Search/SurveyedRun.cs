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
    private readonly HashSet<(Name Read, Name Write)> _held = [];
    private readonly HashSet<(Name Read, Name Write)> _passing = [];

    /// <summary>Accesses and barriers so far.</summary>
    public int Length => _path.Count;

    /// <summary>The most writes of any run so far.</summary>
    public int MaxWrites { get; private set; }

    /// <summary>Pairs of words of which the actor, in some run, reads the first and later writes the second.</summary>
    public HashSet<(int Read, int Written)> Flows { get; } = [];

    /// <summary>What passes in some run.</summary>
    public IEnumerable<PassingPair> Passing => Pairs(_passing);

    /// <summary>What passes in some run and not in some other.</summary>
    public IEnumerable<PassingPair> PassingAtTimes => Pairs(_passing.Intersect(_held));

    /// <summary>The actor performs an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="index">Its index in the actor's history.</param>
    /// <param name="writes">Whether it writes.</param>
    public void Add(in Operation operation, int index, bool writes)
    {
        bool isFence = operation.Kind == OperationKind.Fence
            || (operation.Ordering == Ordering.Full && (writes || fencesFailedSwap));
        Access access = new(operation, index, writes, isFence, NameOf(operation, writes: false), NameOf(operation, writes: true));
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
        bool isHeld = write.IsFence || (write.Operation.Ordering & Ordering.Release) != 0;
        bool isReleased = false;
        for (int earlier = _path.Count - 1; earlier >= 0; earlier--)
        {
            Access access = _path[earlier];
            isHeld |= access.IsFence || isReleased;
            if (access.Operation.Reads && access.Operation.Location != write.Operation.Location)
            {
                bool keeps = isHeld || (access.Operation.Ordering & Ordering.Acquire) != 0 || write.Operation.Through == access.Index;
                Flows.Add((access.Operation.Location, write.Operation.Location));
                (keeps ? _held : _passing).Add((access.ReadName, write.WriteName));
            }

            // A volatile write stays behind what is before it, and before later writes of its word.
            isReleased |= access.Writes && access.Operation.Location == write.Operation.Location
                && (access.Operation.Ordering & Ordering.Release) != 0;
        }
    }

    private Name NameOf(in Operation operation, bool writes)
    {
        int location = operation.Location;
        return new Name(location, _path.Count(each =>
            each.Operation.Location == location && (writes ? each.Writes : each.Operation.Reads)));
    }

    private IEnumerable<PassingPair> Pairs(IEnumerable<(Name Read, Name Write)> names) =>
        names.Select(pair => new PassingPair(thread, pair.Read.Location, pair.Write.Location)).Distinct();

    private readonly record struct Name(int Location, int Number);

    private readonly record struct Access(
        Operation Operation, int Index, bool Writes, bool IsFence, Name ReadName, Name WriteName);
}
