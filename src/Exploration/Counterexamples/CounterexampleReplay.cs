using System.Globalization;
using Exploration.Actors;
using Exploration.Graphs;
using Exploration.Models;
using Exploration.Search;

namespace Exploration.Counterexamples;

/// <summary>
/// Runs a scenario through the steps of a counterexample, and through nothing else: each read reads from where the step says, each
/// write comes where the step says, and the memory model has to agree.
/// </summary>
internal sealed unsafe class CounterexampleReplay<TModel>
    where TModel : struct, IMemoryModel
{
    private readonly Program _program;
    private readonly IReadOnlyList<CounterexampleStep> _steps;
    private readonly int[] _writeOf;
    private ExecutionGraph _graph;

    private CounterexampleReplay(Program program, IReadOnlyList<CounterexampleStep> steps)
    {
        _program = program;
        _steps = steps;
        _writeOf = new int[steps.Count];
        Array.Fill(_writeOf, ExecutionGraph.Initial);
    }

    /// <summary>Replays.</summary>
    /// <returns>What the scenario says of the execution; null if it allows it.</returns>
    /// <exception cref="ExplorationException">A step does not fit the scenario or the model.</exception>
    public static string? Run(Program program, IReadOnlyList<CounterexampleStep> steps) => new CounterexampleReplay<TModel>(program, steps).Run();

    private string? Run()
    {
        _graph.Clear();
        for (int thread = 0; thread < _program.Replays.Length; thread++)
        {
            _graph.Next[thread] = _program.Waits[thread].Skip(_program.Replays[thread].Next(-1, 0, _program.Initial));
        }

        foreach (CounterexampleStep step in _steps.Where(step => step is { ReadFrom: "", WrittenAfter: "" } && IsAdd(step)))
        {
            _graph.Commuting |= 1UL << LocationOf(step);
        }

        for (int index = 0; index < _steps.Count; index++)
        {
            Perform(index);
        }

        return Judge();
    }

    private static bool IsAdd(CounterexampleStep step) => step.Operation.StartsWith("add", StringComparison.Ordinal);

    private int LocationOf(CounterexampleStep step) =>
        _program.Instance.Locations.ToList().FindIndex(location => location.Name == step.Location);

    private void Perform(int index)
    {
        CounterexampleStep step = _steps[index];
        int thread = _program.Instance.Actors.ToList().FindIndex(actor => actor.Name == step.Thread);
        Check(thread >= 0, index, "names no actor of the scenario");
        SkipUnorderedFences(thread);
        Operation operation = _program.Replays[thread].Tree[_graph.Next[thread]];
        Check(!operation.IsEnd && operation.Location == (step.Location.Length == 0 ? -1 : LocationOf(step)), index, "is not what the actor does next");
        long returned = 0;
        if (operation.Kind == OperationKind.Fence)
        {
            Insert(index, thread, -1, EventKinds.OfFence(operation.Ordering), 0);
        }
        else if ((_graph.Commuting >> operation.Location & 1) != 0)
        {
            returned = operation.Kind == OperationKind.Read ? Observe(index, thread, operation) : Add(index, thread, operation);
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

        Advance(thread, operation.Kind == OperationKind.BlindAdd ? 0 : returned);
    }

    private long Read(int index, int thread, in Operation operation)
    {
        int write = WriteOf(index, _steps[index].ReadFrom);
        long value = write < 0 ? _program.Initial[operation.Location] : _graph.Value[write];
        EventKind kind = EventKinds.OfRead(operation, operation.WritesAfter(value));
        int read = _graph.Append(thread, operation.Location, kind, value);
        _graph.LinkRead(read, write);
        Check(TModel.TryInsert(ref _graph, read), index, "is not consistent with the model");
        return value;
    }

    private void Write(int index, int thread, in Operation operation, long old)
    {
        long value = operation.Apply(old, _program.SizeOf(operation.Location));
        int write = _graph.Append(thread, operation.Location, EventKinds.OfWrite(operation), value);
        _writeOf[index] = write;

        // The nearest earlier write of the location's order that is there already.
        string after = _steps[index].WrittenAfter;
        while (StepOf(index, after) is int earlier && _writeOf[earlier] < 0)
        {
            after = _steps[earlier].WrittenAfter;
        }

        _graph.LinkWrite(write, WriteOf(index, after));
        Check(TModel.TryInsert(ref _graph, write), index, "is not consistent with the model");
    }

    private long Add(int index, int thread, in Operation operation)
    {
        int add = _graph.Append(thread, operation.Location, EventKinds.OfAdd(operation), operation.Operand);
        _writeOf[index] = add;
        _graph.LinkAdd(add);
        TModel.TryInsert(ref _graph, add);
        return 0;
    }

    private long Observe(int index, int thread, in Operation operation)
    {
        ulong adds = 0;
        string seen = _steps[index].ReadFrom;
        if (seen != "initial")
        {
            foreach (string number in seen["steps ".Length..].Split(", "))
            {
                adds |= ExecutionGraph.Bit(WriteOf(index, $"step {number}"));
            }
        }

        long value = _program.SumOf(ref _graph, operation.Location, adds);
        int read = _graph.Append(thread, operation.Location, EventKinds.OfRead(operation, writes: false), value);
        _graph.LinkObservation(read, adds);
        Check(TModel.TryInsert(ref _graph, read), index, "is not consistent with the model");
        return value;
    }

    private void Insert(int index, int thread, int location, EventKind kind, long value) =>
        Check(TModel.TryInsert(ref _graph, _graph.Append(thread, location, kind, value)), index, "is not consistent with the model");

    private int WriteOf(int index, string source) => StepOf(index, source) is int step ? _writeOf[step] : ExecutionGraph.Initial;

    /// <summary>The index of <c>step 3</c>; null for <c>initial</c>.</summary>
    private int? StepOf(int index, string source)
    {
        if (source == "initial")
        {
            return null;
        }

        bool known = int.TryParse(source.AsSpan(source.IndexOf(' ') + 1), CultureInfo.InvariantCulture, out int number);
        Check(known && number >= 1 && number <= _steps.Count, index, $"refers to '{source}'");
        return number - 1;
    }

    private void SkipUnorderedFences(int thread)
    {
        while (_program.Replays[thread].Tree[_graph.Next[thread]] is { Kind: OperationKind.Fence } fence && !TModel.Orders(fence.Ordering))
        {
            Advance(thread, 0);
        }
    }

    private void Advance(int thread, long returned) => _graph.Next[thread] =
        _program.Waits[thread].Skip(_program.Replays[thread].Next(_graph.Next[thread], returned, _program.Initial));

    private string? Judge()
    {
        ulong waiting = 0;
        for (int thread = 0; thread < _program.Replays.Length; thread++)
        {
            SkipUnorderedFences(thread);
            Operation next = _program.Replays[thread].Tree[_graph.Next[thread]];
            waiting |= next.Kind == OperationKind.Pause ? 1UL << thread : 0;
            Check(next.IsEnd || next.Kind == OperationKind.Pause, _steps.Count - 1, $"is the last, but {_program.Instance.Actors[thread].Name} has not finished");
        }

        Check(TModel.HasAddOrder(ref _graph), _steps.Count - 1, "leaves no consistent order of the adds");
        return _program.DataRaces?.Judge(ref _graph) is string race ? race
            : waiting != 0 ? LivenessCheck.Judge(_program, ref _graph, waiting) : new OutcomeTable(_program).Find(ref _graph).Violation;
    }

    private static void Check(bool holds, int index, string complaint)
    {
        if (!holds)
        {
            throw new ExplorationException($"step {index + 1} {complaint}");
        }
    }
}
