using Exploration.Actors;
using Exploration.Programs;

namespace Exploration.Search;

/// <summary>
/// Runs an actor with given results of some reads and every possible result of the others, and looks whether it
/// performs a write in all of these runs.
/// </summary>
/// <remarks>
/// Reads of two runs are the same if they are the same-numbered one of their word behind as many own writes of that
/// word. Behind an own write a read returns it, or what another thread may write. A write of two runs is the same if it
/// comes behind the same writes of the word that are known to come before it: an equal one anywhere would let a thread
/// that writes 1, then 2, then 1 again because of a read, perform the last one whatever it reads.
/// </remarks>
/// <param name="program">The program.</param>
/// <param name="mustStop">Asked now and then; true gives the question up.</param>
internal sealed class Rerun(Program program, Func<bool> mustStop)
{
    /// <summary>
    /// How much longer than the graph's run another may be. Only waits, and loops that count for long, are.
    /// </summary>
    private const int MoreOperations = 64;

    private const int StepsBetweenLooks = 64;

    private readonly Dictionary<ReadName, long> _known = [];
    private readonly int[] _writes = new int[program.Initial.Length];
    private readonly int[] _reads = new int[program.Initial.Length];

    /// <summary>
    /// What each word holds behind the thread's last write of it: one value, or any of several behind an add of which
    /// nobody gets to know what it was added to.
    /// </summary>
    private readonly long[][] _written = new long[program.Initial.Length][];

    private Replay _replay = null!;
    private WordValues _values = null!;
    private WriteTarget[] _targets = [];
    private int _performed;
    private ReadName? _free;
    private bool _isBehindFree;
    private bool _isHeld;
    private bool _asksPassing;
    private int _maxIndex;
    private int _steps;

    /// <summary>Whether a run was too long, or runs too many, to tell since this was last set to false.</summary>
    public bool GaveUp { get; set; }

    /// <summary>Steps of all runs of one question, after which it is given up.</summary>
    public int MaxSteps { get; init; } = 100_000;

    /// <summary>
    /// Whether an add of which nobody gets the result makes one run, in which the word holds any of the sums, and not
    /// one for each sum: whatever it adds to, the actor does the same.
    /// </summary>
    public bool JoinsSums { get; init; }

    /// <summary>
    /// Whether some run performs the write behind the read that <see cref="AddRead"/> called free, and no barrier
    /// between.
    /// </summary>
    public bool PassesFree { get; private set; }

    /// <summary>Steps of the runs of the last question.</summary>
    public int Steps => _steps;

    /// <summary>Forgets what reads return.</summary>
    public void Begin()
    {
        _free = null;
        _known.Clear();
        Array.Clear(_writes);
        Array.Clear(_reads);
    }

    /// <summary>The thread's next access in the graph, in program order, is a read.</summary>
    /// <param name="location">The word.</param>
    /// <param name="value">What it returned.</param>
    /// <param name="isKnown">Whether it returns that in all runs.</param>
    /// <param name="isFree">Whether the write is asked for that may pass this read.</param>
    public void AddRead(int location, long value, bool isKnown, bool isFree)
    {
        ReadName name = new(location, _writes[location], _reads[location]++);
        _free = isFree ? name : _free;
        if (isKnown)
        {
            _known[name] = value;
        }
    }

    /// <summary>The thread's next access in the graph is a write.</summary>
    public void AddWrite(int location)
    {
        _writes[location]++;
        _reads[location] = 0;
    }

    /// <summary>Whether every run performs a write.</summary>
    /// <param name="thread">The actor.</param>
    /// <param name="index">Index of the write's operation in the graph's run.</param>
    /// <param name="targets">The writes to its word that are known to come before it, in their order, and the
    /// write.</param>
    /// <param name="values">What reads may return.</param>
    public bool AlwaysPerforms(int thread, int index, WriteTarget[] targets, WordValues values)
    {
        Array.Clear(_writes);
        Array.Clear(_reads);
        (_replay, _targets, _values) = (program.Replays[thread], targets, values);
        (_performed, _maxIndex, _steps) = (0, index + MoreOperations, 0);
        (_isBehindFree, _isHeld, PassesFree) = (false, false, false);
        return Perform(_replay.NextIfAny(-1, 0, program.Initial), hasPaused: false);
    }

    /// <summary>
    /// Whether some run performs the write behind the free read and no barrier between. Ends each run at the first
    /// barrier behind that read, so it looks at few of those that <see cref="AlwaysPerforms"/> looks at.
    /// </summary>
    /// <inheritdoc cref="AlwaysPerforms"/>
    public bool MayPassFree(int thread, int index, WriteTarget[] targets, WordValues values)
    {
        _asksPassing = true;
        AlwaysPerforms(thread, index, targets, values);
        _asksPassing = false;
        return PassesFree;
    }

    private bool Perform(int node, bool hasPaused)
    {
        if (node < 0)
        {
            return _asksPassing;
        }

        Operation operation = _replay.Tree[node];
        if (operation.IsEnd || operation.Kind == OperationKind.Stick)
        {
            return _asksPassing;
        }

        if ((++_steps & (StepsBetweenLooks - 1)) == 0 && mustStop())
        {
            _steps = MaxSteps + 1;
        }

        if (_replay.Tree.IndexOf(node) > _maxIndex || _steps > MaxSteps)
        {
            bool isWait = hasPaused && _steps <= MaxSteps;
            GaveUp |= !isWait;
            return isWait && _asksPassing;
        }

        return operation.Kind switch
        {
            OperationKind.Pause => Perform(Next(node, 0), hasPaused: true),
            OperationKind.Fence when !operation.IsBarrier => Perform(Next(node, 0), hasPaused),
            OperationKind.Fence => Hold(node, operation, hasPaused),
            OperationKind.Write =>
                Write(node, operation, [Apply(operation, old: 0)], returned: 0, hasPaused),
            _ when operation.Ordering == Ordering.Full => Hold(node, operation, hasPaused),
            _ => Read(node, operation, hasPaused),
        };
    }

    /// <summary>A barrier of any kind keeps a read before the plain writes behind it.</summary>
    private bool Hold(int node, in Operation operation, bool hasPaused)
    {
        if (_asksPassing && _isBehindFree)
        {
            return true;
        }

        bool wasHeld = _isHeld;
        _isHeld = true;
        bool all = operation.Kind == OperationKind.Fence
            ? Perform(Next(node, 0), hasPaused)
            : Read(node, operation, hasPaused);
        _isHeld = wasHeld;
        return all;
    }

    private int Next(int node, long returned) => _replay.NextIfAny(node, returned, program.Initial);

    private bool Read(int node, in Operation operation, bool hasPaused)
    {
        int location = operation.Location;
        int behind = _writes[location];
        ReadName name = new(location, behind, _reads[location]++);
        (bool wasBehind, bool wasHeld) = (_isBehindFree, _isHeld);
        (_isBehindFree, _isHeld) = name == _free ? (true, false) : (wasBehind, wasHeld);
        bool all = true;
        if (_known.TryGetValue(name, out long known))
        {
            // A run in which the read cannot return that is no run to look at.
            all = !MayReturn(location, known) || Read(node, operation, known, hasPaused);
        }
        else if (JoinsSums && !operation.Returns)
        {
            all = Write(node, operation, Sums(operation), returned: 0, hasPaused);
        }
        else
        {
            long[] own = behind > 0 ? _written[location] : [];
            foreach (long value in own)
            {
                all = all && Read(node, operation, value, hasPaused);
            }

            foreach (long value in behind > 0 ? _values.Foreign(location) : _values.Any(location))
            {
                all = all && (own.Contains(value) || Read(node, operation, value, hasPaused));
            }
        }

        (_isBehindFree, _isHeld) = (wasBehind, wasHeld);
        _reads[location]--;
        return all;
    }

    private bool MayReturn(int location, long value) => _writes[location] == 0
        ? _values.Any(location).Contains(value)
        : _written[location].Contains(value) || _values.Foreign(location).Contains(value);

    private long[] Sums(Operation add)
    {
        int location = add.Location;
        IEnumerable<long> olds = _writes[location] == 0
            ? _values.Any(location)
            : _written[location].Concat(_values.Foreign(location));
        return [.. olds.Select(old => Apply(add, old)).Distinct()];
    }

    private bool Read(int node, in Operation operation, long value, bool hasPaused)
    {
        int location = operation.Location;
        long[] written = _written[location];
        if (_writes[location] > 0 && written.Length > 1 && !_values.Foreign(location).Contains(value))
        {
            // Of the sums that an add may have left it is this one.
            _written[location] = [value];
        }

        long returned = operation.Returns ? value : 0;
        bool all = operation.WritesAfter(value)
            ? Write(node, operation, [Apply(operation, value)], returned, hasPaused)
            : Perform(Next(node, returned), hasPaused);
        _written[location] = written;
        return all;
    }

    private long Apply(in Operation operation, long old) =>
        operation.Apply(old, program.SizeOf(operation.Location));

    private bool Write(int node, in Operation operation, long[] values, long returned, bool hasPaused)
    {
        int performed = _performed;
        WriteTarget target = _targets[performed];
        _performed += values.Contains(target.Value) && WriteTarget.Of(operation, target.Value) == target ? 1 : 0;
        bool all = _performed == _targets.Length;
        PassesFree |= all && _isBehindFree && !_isHeld;
        if (!all)
        {
            all = GoOn(node, operation.Location, values, returned, hasPaused);
        }

        _performed = performed;
        return all && !(_asksPassing && PassesFree);
    }

    private bool GoOn(int node, int location, long[] values, long returned, bool hasPaused)
    {
        (int writes, int reads, long[] written) = (_writes[location], _reads[location], _written[location]);
        (_writes[location], _reads[location], _written[location]) = (writes + 1, 0, values);
        bool all = Perform(Next(node, returned), hasPaused);
        (_writes[location], _reads[location], _written[location]) = (writes, reads, written);
        return all;
    }

    /// <summary>What tells a read of a thread from its others.</summary>
    /// <param name="Location">The word.</param>
    /// <param name="Writes">Own writes of the word before it.</param>
    /// <param name="Number">Reads of the word between the last of them and this one.</param>
    private readonly record struct ReadName(int Location, int Writes, int Number);
}
