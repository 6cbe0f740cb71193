using System.Globalization;
using Exploration.Actors;
using Exploration.Counterexamples;
using Exploration.Graphs;
using Exploration.Models;
using Exploration.Programs;
using Exploration.Races;

namespace Exploration.Search;

/// <summary>
/// Runs a scenario through the steps of a counterexample, and through nothing else: each read reads from where the step
/// says, each write comes where the step says, and the memory model has to agree.
/// </summary>
internal sealed unsafe class CounterexampleReplay<TModel>
    where TModel : struct, IMemoryModel
{
    private readonly Program _program;
    private readonly IReadOnlyList<CounterexampleStep> _steps;
    private readonly int[] _writeOf;
    private readonly int[] _stepsLeft;
    private readonly WidestGraph _graph;
    private readonly List<(int Read, int Step)> _guesses = [];

    private CounterexampleReplay(Program program, IReadOnlyList<CounterexampleStep> steps, WidestGraph graph)
    {
        _program = program;
        _steps = steps;
        _graph = graph;
        _writeOf = new int[steps.Count];
        _stepsLeft = [.. program.Instance.Actors.Select(actor => steps.Count(step => step.Thread == actor.Name))];
        Array.Fill(_writeOf, GraphLimits.Initial);
    }

    /// <summary>Replays.</summary>
    /// <returns>What the scenario says of the execution; null if it allows it.</returns>
    /// <exception cref="ExplorationException">A step does not fit the scenario or the model.</exception>
    public static string? Run(Program program, IReadOnlyList<CounterexampleStep> steps)
    {
        using WidestGraph graph = new(program.ShapeOf<TModel>());
        return new CounterexampleReplay<TModel>(program, steps, graph).Run();
    }

    private string? Run()
    {
        for (int thread = 0; thread < _program.Replays.Length; thread++)
        {
            _graph.Threads[thread].Next = GoOn(thread, -1, 0);
        }

        foreach (CounterexampleStep step
            in _steps.Where(step => step is { ReadFrom: "", WrittenAfter: "" } && IsAdd(step)))
        {
            int location = LocationOf(step);
            _graph.Commuting = location < 0 ? _graph.Commuting : _graph.Commuting.With(location);
        }

        for (int index = 0; index < _steps.Count; index++)
        {
            Perform(index);
        }

        return Judge();
    }

    private static bool IsAdd(CounterexampleStep step) => step.Operation.StartsWith("add", StringComparison.Ordinal);

    private int LocationOf(CounterexampleStep step) =>
        _program.Locations.ToList().FindIndex(location => location.Name == step.Location);

    private void Perform(int index)
    {
        CounterexampleStep step = _steps[index];
        int thread = _program.Instance.Actors.ToList().FindIndex(actor => actor.Name == step.Thread);
        Check(thread >= 0, index, "names no actor of the scenario");
        SkipUnorderedFences(thread);
        _stepsLeft[thread]--;
        Operation operation = _program.Replays[thread].Tree[_graph.Threads[thread].Next];
        int location = LocationOf(step);
        Check(location >= 0 || step.Location.Length == 0, index,
            $"names '{step.Location}', which is no word of the scenario");
        Check(!operation.IsEnd && operation.Location == location, index, "is not what the actor does next");
        long returned = 0;
        if (operation.Kind == OperationKind.Fence)
        {
            Insert(index, thread, -1, EventKinds.OfFence(operation.Ordering), 0);
        }
        else if (_graph.Commuting.Contains(operation.Location))
        {
            returned = operation.Kind == OperationKind.Read
                ? Observe(index, thread, operation)
                : Add(index, thread, operation);
        }
        else
        {
            returned = operation.Kind == OperationKind.Write ? 0 : Read(index, thread, operation);
            if (operation.Kind == OperationKind.Write || operation.WritesAfter(returned))
            {
                Write(index, thread, operation, returned);
            }
            else if (operation.Ordering == Ordering.Full && TModel.Orders(Ordering.Full))
            {
                Insert(index, thread, -1, EventKinds.OfFence(Ordering.Full), 0);
            }
        }

        bool writes = operation.Kind == OperationKind.Write || operation.WritesAfter(returned);
        Check(step.Operation == OperationNames.Of(operation, writes), index, "is not what the actor does next");
        Advance(thread, operation.Kind == OperationKind.BlindAdd ? 0 : returned);
    }

    private long Read(int index, int thread, in Operation operation)
    {
        if (StepOf(index, _steps[index].ReadFrom) is int later && later > index && TModel.MayBufferLoads)
        {
            return Guess(index, thread, operation, later);
        }

        int write = SourceOf(index, _steps[index].ReadFrom);
        long value = write < 0 ? _program.Initial[operation.Location] : _graph.Events[write].Value;
        EventKind kind = EventKinds.OfRead(operation, operation.WritesAfter(value));
        int read = Append(index, thread, operation.Location, kind, value,
            _program.FindThrough(_graph, thread, operation));
        _graph.LinkRead(read, write);
        Check(TModel.TryInsert(_graph, read), index, "is not consistent with the model");
        return value;
    }

    /// <summary>Reads what a later step writes; which write that is turns out then.</summary>
    private long Guess(int index, int thread, in Operation operation, int later)
    {
        string text = _steps[index].Value;
        bool isNumber = long.TryParse(text.Split(" -> ")[0], CultureInfo.InvariantCulture, out long value);
        Check(isNumber, index, $"reads '{text}'");
        EventKind kind = EventKinds.OfRead(operation, operation.WritesAfter(value));
        int through = _program.FindThrough(_graph, thread, operation);
        int read = Append(index, thread, operation.Location, kind, value, through);
        _graph.LinkGuess(read);
        _guesses.Add((read, later));
        Check(TModel.TryInsert(_graph, read), index, "is not consistent with the model");
        return value;
    }

    private void BindGuesses()
    {
        foreach ((int read, int step) in _guesses)
        {
            int write = _writeOf[step];
            bool fits = write >= 0 && _graph.Events[write].Location == _graph.Events[read].Location
                && _graph.Events[write].Value == _graph.Events[read].Value;
            Check(fits, step, "does not write what an earlier step reads from it");
            _graph.Bind(read, write);
        }
    }

    private void Write(int index, int thread, in Operation operation, long old)
    {
        long value = operation.Apply(old, _program.SizeOf(operation.Location));
        int through = _program.FindThrough(_graph, thread, operation);
        int write = Append(index, thread, operation.Location, EventKinds.OfWrite(operation), value, through);
        _writeOf[index] = write;

        // The nearest earlier write of the location's order that is there already.
        string after = _steps[index].WrittenAfter;
        while (StepOf(index, after) is int earlier && _writeOf[earlier] < 0)
        {
            after = _steps[earlier].WrittenAfter;
        }

        _graph.LinkWrite(write, WriteOf(index, after));
        Check(TModel.TryInsert(_graph, write), index, "is not consistent with the model");
    }

    private long Add(int index, int thread, in Operation operation)
    {
        int add = Append(index, thread, operation.Location, EventKinds.OfAdd(operation), operation.Operand);
        _writeOf[index] = add;
        _graph.LinkAdd(add);
        TModel.TryInsert(_graph, add);
        return 0;
    }

    private long Observe(int index, int thread, in Operation operation)
    {
        Set512 adds = default;
        string seen = _steps[index].ReadFrom;
        if (seen != "initial")
        {
            Check(seen.StartsWith("steps ", StringComparison.Ordinal), index, $"refers to '{seen}'");
            foreach (string number in seen["steps ".Length..].Split(", "))
            {
                adds |= EventSets.Of<Set512>(SourceOf(index, $"step {number}"));
            }
        }

        long value = _program.SumOf(_graph, operation.Location, adds);
        int read = Append(index, thread, operation.Location, EventKinds.OfRead(operation, writes: false), value);
        _graph.LinkObservation(read, adds);
        Check(TModel.TryInsert(_graph, read), index, "is not consistent with the model");
        return value;
    }

    private int Append(int index, int thread, int location, EventKind kind, long value,
        int through = GraphLimits.Initial)
    {
        Check(!_graph.IsFull, index, $"is beyond the {GraphLimits.MaxEvents} events of an execution");
        return _graph.Append(thread, location, kind, value, through);
    }

    private void Insert(int index, int thread, int location, EventKind kind, long value) =>
        Check(TModel.TryInsert(_graph, Append(index, thread, location, kind, value)), index,
            "is not consistent with the model");

    /// <summary>The write that a step reads from, which must be there already.</summary>
    private int SourceOf(int index, string source)
    {
        int write = WriteOf(index, source);
        Check(write >= 0 || source == "initial", index, $"reads from {source}, which has written nothing before it");
        return write;
    }

    private int WriteOf(int index, string source) => StepOf(index, source) is int step
        ? _writeOf[step]
        : GraphLimits.Initial;

    /// <summary>The index of <c>step 3</c>; null for <c>initial</c>.</summary>
    private int? StepOf(int index, string source)
    {
        if (source == "initial")
        {
            return null;
        }

        const string Prefix = "step ";
        int number = 0;
        bool known = source.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(source.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out number);
        Check(known && number >= 1 && number <= _steps.Count, index, $"refers to '{source}'");
        return number - 1;
    }

    private void SkipUnorderedFences(int thread)
    {
        while (_program.Replays[thread].Tree[_graph.Threads[thread].Next] is { Kind: OperationKind.Fence } fence
            && !TModel.Orders(fence.Ordering))
        {
            Advance(thread, 0);
        }
    }

    private void Advance(int thread, long returned) =>
        _graph.Threads[thread].Next = GoOn(thread, _graph.Threads[thread].Next, returned);

    /// <summary>
    /// A thread stays at a pause for good if it would act behind it and the execution has no more steps of it.
    /// </summary>
    private int GoOn(int thread, int node, long returned)
    {
        Replay replay = _program.Replays[thread];
        int next = replay.Next(node, returned, _program.Initial);
        while (replay.Tree[next].Kind == OperationKind.Pause)
        {
            node = next;
            next = replay.Next(node, 0, _program.Initial);
            if (_stepsLeft[thread] == 0 && !replay.Tree[next].IsEnd)
            {
                return node;
            }
        }

        return next;
    }

    private string? Judge()
    {
        ulong waiting = 0;
        for (int thread = 0; thread < _program.Replays.Length; thread++)
        {
            SkipUnorderedFences(thread);
            Operation next = _program.Replays[thread].Tree[_graph.Threads[thread].Next];
            waiting |= next.IsWait ? 1UL << thread : 0;
            Check(next.IsEnd || next.IsWait, _steps.Count - 1,
                $"is the last, but {_program.Instance.Actors[thread].Name} has not finished");
        }

        Check(TModel.HasAddOrder(_graph) is true, _steps.Count - 1, "leaves no consistent order of the adds");
        if (TModel.MayBufferLoads)
        {
            BindGuesses();
            bool isConsistent = _guesses.Count == 0 || LateReads.IsConsistent(_graph);
            Check(isConsistent, _steps.Count - 1, "ends an execution that is not consistent with the model");
            bool isJustified = Speculation.IsFree(_graph)
                || new Speculation(_program, mustStop: static () => false).Holds(_graph);
            Check(isJustified, _steps.Count - 1, "ends an execution in which a write comes out of a speculation");
        }

        return DataRaceCheck.Of(_program)?.Judge(_graph) is string race ? race
            : waiting != 0 ? LivenessCheck.Judge(_program, _graph, waiting, new long[_program.Initial.Length])
            : new OutcomeTable(_program).Find(_graph).Violation;
    }

    private static void Check(bool holds, int index, string complaint)
    {
        if (!holds)
        {
            throw new ExplorationException($"step {index + 1} {complaint}");
        }
    }
}
