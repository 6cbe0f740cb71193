using Atomics.Programs;

namespace Exploration.Actors;

/// <summary>Runs the code of one actor of a scenario instance and hands each of its operations to a driver.</summary>
/// <remarks>
/// A run that has shown what it is for is ended by an exception, which user code may see: its <c>catch</c> and
/// <c>finally</c> blocks run. What they do then counts for nothing: every operation of a stopped run ends it again, and
/// its registers are thrown away.
/// </remarks>
internal sealed class ActorRunner
{
    /// <summary>
    /// Rows of pauses longer than this are endless: the wait reads nothing. On a processor they take milliseconds, so
    /// whoever backs off for longer sleeps.
    /// </summary>
    private const int MaxPausesInRow = 1 << 16;

    /// <summary>
    /// Operations of a stopped run after which its code is held to catch the stop in an endless loop.
    /// </summary>
    private const int MaxOperationsAfterStop = 10_000;

    private static readonly StopRunException StopRun = new();

    [ThreadStatic]
    private static ActorRunner? _current;

    private readonly ScenarioInstance _instance;
    private readonly Actor _actor;
    private readonly Dictionary<nint, int> _locations = [];
    private readonly long[] _initial;
    private readonly int[] _sizes;
    private readonly bool[] _isConstant;
    private RunDriver _driver = null!;
    private bool _isStopped;
    private int _afterStop;
    private int _pausesInRow;
    private int _operations;
    private nint _lastAddress;
    private int _lastLocation;

    /// <summary>Prepares one actor.</summary>
    /// <param name="instance">The instance whose code runs.</param>
    /// <param name="actor">Index of the actor.</param>
    /// <param name="initial">Initial values by location.</param>
    public ActorRunner(ScenarioInstance instance, int actor, long[] initial)
    {
        _instance = instance;
        _actor = instance.Actors[actor];
        _initial = initial;
        _sizes = [.. instance.Locations.Select(location => location.SizeBytes)];
        _isConstant = [.. instance.Locations.Select(location => location.IsConstant)];
        for (int location = 0; location < instance.Locations.Count; location++)
        {
            _locations.Add(instance.Locations[location].Address, location);
        }
    }

    /// <summary>The runner whose actor runs on this thread.</summary>
    /// <exception cref="ExplorationException">Model memory is used outside a search.</exception>
    public static ActorRunner Current => _current
        ?? throw new ExplorationException(
            "ModelMemory is used outside a search: run the scenario through the explorer.");

    /// <summary>
    /// Called with the reason before a run that cannot be ended keeps its thread for ever; may be null.
    /// </summary>
    public Action<ExplorationException>? OnAbandoned { get; set; }

    /// <summary>
    /// Where the last operation stands, as a number: of an access to a found word, or of whatever an editor has seen.
    /// </summary>
    public int Site { get; set; }

    /// <summary>
    /// Where the actor stands at the pause that it has come to; null if nobody knows that, as in compiled scenarios.
    /// </summary>
    public LoopState? State { get; private set; }

    /// <summary>Whether the actor has ever said where it stands at a pause.</summary>
    public bool HasStates { get; private set; }

    /// <summary>Performs other operations than the code's; null if the search sees what the code does.</summary>
    public IOperationEditor? Editor { get; init; }

    /// <summary>Name of the actor.</summary>
    public string Name => _actor.Name;

    /// <summary>
    /// The index, in the actor's history, of what it did last: what <see cref="Operation.Through"/> of an access names.
    /// </summary>
    public int LastOperation => _operations - 1;

    /// <summary>Name of a declared word.</summary>
    public string NameOf(int location) => _instance.Locations[location].Name;

    /// <summary>Runs the actor from its start.</summary>
    /// <exception cref="ExplorationException">The actor does what the checker cannot follow.</exception>
    public RunEnd Run(RunDriver driver)
    {
        (_driver, _isStopped, _afterStop, _pausesInRow, _operations) = (driver, false, 0, 0, 0);
        driver.Refusal = null;
        Editor?.Start();
        long[] registers = new long[_actor.RegisterNames.Count];
        ActorRunner? outer = _current;
        _current = this;
        RunEnd end;
        try
        {
            _actor.Body(registers);
            end = new RunEnd(OperationKind.Finish, registers, "");
        }
        catch (StopRunException)
        {
            end = RunEnd.Stopped;
        }
        catch (Exception thrown)
        {
            end = new RunEnd(OperationKind.Throw, [], $"{Name} threw {thrown.GetType().Name}: {thrown.Message}");
        }
        finally
        {
            _current = outer;
        }

        return driver.Refusal is not null ? throw driver.Refusal : _isStopped ? RunEnd.Stopped : end;
    }

    /// <summary>An access to a word by the running actor.</summary>
    /// <returns>What the word held before; 0 if the operation returns nothing.</returns>
    public long Access(
        nint address, int sizeBytes, OperationKind kind, Ordering ordering, long operand, long comparand)
    {
        StayStopped();
        // A loop touches the same word again and again.
        int location = _lastLocation;
        if ((address != _lastAddress && !_locations.TryGetValue(address, out location))
            || _sizes[location] != sizeBytes)
        {
            throw Refuse($"Actor '{Name}' touches a {sizeBytes}-byte word that the scenario does not declare. "
                + "Declare every shared word as a location.");
        }

        (_lastAddress, _lastLocation) = (address, location);
        return Access(location, kind, ordering, operand, comparand);
    }

    /// <summary>An access to a word by the running actor.</summary>
    /// <param name="location">Index of the word.</param>
    /// <param name="kind">What is done.</param>
    /// <param name="ordering">What it orders.</param>
    /// <param name="operand">What is written, added, or masked with.</param>
    /// <param name="comparand">What a compare-and-swap expects.</param>
    /// <param name="through">
    /// The <see cref="LastOperation"/> behind the read that gave the reference to the word's object; -1 without one.
    /// </param>
    /// <returns>What the word held before; 0 if the operation returns nothing.</returns>
    public long Access(
        int location, OperationKind kind, Ordering ordering, long operand = 0, long comparand = 0, int through = -1)
    {
        StayStopped();
        if (_isConstant[location])
        {
            // A word that never changes has one value whatever the order: reading it is no event.
            return kind == OperationKind.Read ? _initial[location] : throw Refuse(
                $"Actor '{Name}' writes '{_instance.Locations[location].Name}', which the scenario declares as "
                + "constant.");
        }

        Operation operation = new(kind, ordering, location, operand, comparand, through);
        long old = Step(operation);
        return operation.Returns ? old : 0;
    }

    /// <summary>An access to a found word by the running actor.</summary>
    /// <param name="word">Its number among the program's words.</param>
    /// <param name="kind">What the actor does.</param>
    /// <param name="ordering">What that orders.</param>
    /// <param name="operand">What is written, added, or masked with.</param>
    /// <param name="comparand">What a compare-and-swap expects.</param>
    /// <param name="through">As for declared words.</param>
    /// <param name="site">Where it stands: see <see cref="CodeScenario.SiteOf"/>.</param>
    /// <returns>What the word held before; 0 if the operation returns nothing.</returns>
    public long AccessFound(
        int word, OperationKind kind, Ordering ordering, long operand, long comparand, int through, int site)
    {
        StayStopped();
        Site = site;
        Operation operation = new(kind, ordering, word, operand, comparand, through);
        long old = Step(operation);
        return operation.Returns ? old : 0;
    }

    /// <summary>The number of a word that the running actor is about to touch for the first time in any run.</summary>
    /// <exception cref="Exception">Ends the run: it rests on guesses, or there is no room for the word.</exception>
    public int Find(Func<int> add)
    {
        StayStopped();
        if (!_driver.MayFind)
        {
            _driver.Leave();
            throw Stop();
        }

        try
        {
            return add();
        }
        catch (ExplorationException refused)
        {
            throw Refuse(refused);
        }
    }

    /// <summary>The running actor cannot be followed any further.</summary>
    /// <returns>Thrown to end the run.</returns>
    public Exception Refuse(ExplorationException reason)
    {
        if (_driver.IsCertain)
        {
            _driver.Refusal = reason;
        }
        else
        {
            _driver.Leave();
        }

        return Stop();
    }

    /// <summary>Ends the run again if it has been ended, and its code has caught that.</summary>
    public void StayEnded()
    {
        if (_isStopped)
        {
            StayStopped();
        }
    }

    /// <summary>The begin or the end of a call: an operation that orders nothing, and by which others find
    /// it.</summary>
    public void Mark() => Fence(Ordering.Plain);

    /// <summary>A barrier of the running actor.</summary>
    public void Fence(Ordering ordering)
    {
        StayStopped();
        Step(new Operation(OperationKind.Fence, ordering, -1));
    }

    /// <summary>A barrier in ordinary code.</summary>
    /// <param name="ordering">What it orders.</param>
    /// <param name="site">Where it stands: see <see cref="CodeScenario.SiteOf"/>.</param>
    public void Fence(Ordering ordering, int site)
    {
        Site = site;
        Fence(ordering);
    }

    /// <summary>Lets the search decide what an operation returns.</summary>
    /// <returns>What its word held before.</returns>
    public long Perform(in Operation operation)
    {
        _pausesInRow = 0;
        if (!_driver.TryStep(operation, out long old))
        {
            throw Stop();
        }

        _operations++;
        return old;
    }

    /// <summary>The running actor has ended a failed turn of a wait loop.</summary>
    /// <param name="state">What it goes on from; null if that is unknown.</param>
    public void Pause(LoopState? state = null)
    {
        StayStopped();
        State = state;
        if (state is not null)
        {
            state.End(_operations);
            HasStates = true;
        }

        Editor?.Pause(this);
        if (++_pausesInRow > MaxPausesInRow)
        {
            _driver.Stick();
            throw Stop();
        }

        if (!_driver.TryPause(_pausesInRow == 1))
        {
            throw Stop();
        }

        _operations += _pausesInRow == 1 ? 1 : 0;
    }

    private long Step(in Operation operation) =>
        Editor is null ? Perform(operation) : Editor.Edit(operation, this);

    private StopRunException Stop()
    {
        _isStopped = true;
        return StopRun;
    }

    private Exception Refuse(string message) => Refuse(new ExplorationException(message));

    private void StayStopped()
    {
        if (!_isStopped)
        {
            return;
        }

        if (++_afterStop > MaxOperationsAfterStop)
        {
            Abandon(new ExplorationException(
                $"Actor '{Name}' catches every exception in an endless loop, so that a run of it cannot be ended. "
                + "Catch only what the code under test throws."));
        }

        throw StopRun;
    }

    /// <summary>No exception ends this loop, and no thread can be ended from outside.</summary>
    private void Abandon(ExplorationException reason)
    {
        OnAbandoned?.Invoke(reason);
        Thread.Sleep(Timeout.Infinite);
    }

    private sealed class StopRunException : Exception;
}
