using Exploration.Actors;
using Exploration.Graphs;
using Exploration.Models;

namespace Exploration.Search;

/// <summary>
/// Load buffering: executions in which a read sees a write that it causes, by program order and reads-from. Such a read
/// is <em>guessed</em>: it takes one of the values that others write, and reads from nowhere. For the search that is
/// one more source, which orders nothing, so that it visits every graph with guesses once, like any other. When all
/// events are there, each guess is bound to every write that fits, and the graph is judged.
/// </summary>
/// <remarks>
/// One execution may come from several graphs with guesses; executions with cycles, and no others, are told apart by a
/// hash. What to guess is learned from the executions found (<see cref="LoadGuesses"/>): a program that cannot buffer
/// loads guesses nothing.
/// </remarks>
internal sealed unsafe partial class GraphSearch<TModel, TSet>
{
    private readonly Speculation? _speculation = TModel.MayBufferLoads
        ? new Speculation(program, () => results.MustStopNow)
        : null;
    private readonly HashSet<(int Thread, int Location, long Value)> _learned = [];

    /// <summary>Lets a read see what comes later.</summary>
    private void Guess(int depth, ExecutionGraph<TSet> graph, int thread, in Operation operation)
    {
        if (guesses!.IsEmpty || (operation.Ordering & (Ordering.Acquire | Ordering.Full)) != 0)
        {
            return;
        }

        foreach (long value in guesses.For(thread, operation.Location))
        {
            if (_stopped)
            {
                return;
            }

            ExecutionGraph<TSet> branch = At(depth + 1);
            branch.CopyFrom(graph);
            if (TryGuess(branch, thread, operation, value))
            {
                Descend(depth + 1);
            }
        }
    }

    private bool TryGuess(ExecutionGraph<TSet> graph, int thread, in Operation operation, long value)
    {
        bool writes = operation.WritesAfter(value);
        int through = program.FindThrough(graph, thread, operation);
        int read = graph.Append(thread, operation.Location, EventKinds.OfRead(operation, writes), value, through);
        graph.LinkGuess(read);
        if (!TModel.TryInsert(graph, read))
        {
            return false;
        }

        if (!writes)
        {
            Advance(graph, thread, operation.Returns ? value : 0);
        }

        return true;
    }

    /// <summary>
    /// Whether every guess of a thread that comes to a barrier may still come true: the write that overtakes a read
    /// comes before the next barrier. Without the look a loop that tries again could guess for ever.
    /// </summary>
    private bool KeepsGuesses(ExecutionGraph<TSet> graph, int thread)
    {
        if (!TModel.MayBufferLoads || graph.Guesses.IsEmpty)
        {
            return true;
        }

        foreach (int read in graph.Guesses & graph.Threads[thread].Events)
        {
            if (!_speculation!.CanBeOvertaken(graph, read))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a complete graph without guesses is an execution; learns from it.</summary>
    private bool IsExecution(ExecutionGraph<TSet> graph)
    {
        if (Speculation.IsFree(graph))
        {
            LearnWrites(graph);
            return true;
        }

        if (!commuting.IsEmpty)
        {
            // What a write depends on is asked where all words are in order.
            MustOrder |= commuting;
            _stopped = true;
            return false;
        }

        return Judge(graph);
    }

    private bool Judge(ExecutionGraph<TSet> graph)
    {
        bool holds = _speculation!.Holds(graph);
        if (holds)
        {
            LearnOvertaken(graph);
            LearnWrites(graph);
        }

        if (_speculation.GaveUp)
        {
            results.LeaveLoads(
                "what a write depends on could not be told: too many runs of its actor, or too long ones");
        }

        return holds;
    }

    /// <summary>Binds the guesses of a complete graph, the lowest numbers first.</summary>
    private void Bind(int depth, ExecutionGraph<TSet> graph, ulong waiting, TSet bound)
    {
        if (graph.Guesses.IsEmpty)
        {
            TakeCyclic(graph, waiting, bound);
            return;
        }

        int read = graph.Guesses.Lowest();

        foreach (int write in graph.Locations[graph.Events[read].Location].Writes)
        {
            if (!_stopped && graph.Events[write].Value == graph.Events[read].Value
                && graph.Events[write].Thread != graph.Events[read].Thread)
            {
                ExecutionGraph<TSet> branch = At(depth + 1);
                branch.CopyFrom(graph);
                branch.Bind(read, write);
                Bind(depth + 1, branch, waiting, bound | EventSets.Of<TSet>(read));
            }
        }
    }

    private void TakeCyclic(ExecutionGraph<TSet> graph, ulong waiting, TSet bound)
    {
        foreach (int read in bound)
        {
            if (!CyclicGraph.SeesWhatItCauses(graph, read))
            {
                return; // Found without this guess, too.
            }
        }

        if (comparison is not null && !FailedSwaps(graph, Speculation.ReadsOf(graph)).IsEmpty)
        {
            EndComparison();
            return;
        }

        if (!LateReads.IsConsistent(graph) || !Judge(graph))
        {
            return;
        }

        byte[] encoding = CyclicGraph.Encode(graph);
        if (guesses!.AddCyclic(CyclicGraph.HashOf(encoding)))
        {
            _stopped |= !results.TakeCyclic(graph, waiting, encoding);
        }
        else
        {
            results.ShowAgain(graph, waiting);
        }
    }

    private void LearnOvertaken(ExecutionGraph<TSet> graph)
    {
        if (!guesses!.IsOpen && !RoomForCycles.Exists(graph))
        {
            return;
        }

        guesses.Open();
        foreach (int number in graph.Present)
        {
            ref GraphEvent<TSet> read = ref graph.Events[number];
            if ((read.Kind & (EventKind.Read | EventKind.Acquire)) == EventKind.Read
                && !guesses.IsOvertaken(read.Thread, read.Location)
                && _speculation!.IsOvertaken(graph, number))
            {
                guesses.Overtake(read.Thread, read.Location);
            }
        }
    }

    private void LearnWrites(ExecutionGraph<TSet> graph)
    {
        for (int location = 0; location < graph.Shape.Locations; location++)
        {
            if (guesses!.IsOvertaken(location))
            {
                foreach (int write in graph.Locations[location].Writes)
                {
                    (int thread, long value) = (graph.Events[write].Thread, graph.Events[write].Value);
                    if (_learned.Add((thread, location, value)))
                    {
                        guesses.Write(thread, location, value);
                    }
                }
            }
        }
    }
}
