using Exploration.Actors;
using Exploration.Graphs;
using Exploration.Programs;

namespace Exploration.Races;

/// <summary>
/// The order of the calls that actors make, from the first actor's first to the last one's last: a call precedes
/// another if its end happens before the other's begin. Actors mark both (<see cref="ActorRunner.Mark"/>).
/// </summary>
internal sealed class CallOrder(Program program)
{
    private readonly HappensBefore _order = new(program) { Remembers = true };

    /// <summary>The calls that precede each call, a bit each.</summary>
    public ulong[] Of<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        _order.Follow(graph);
        Call[] calls = [.. Enumerable.Range(0, program.Replays.Length)
            .SelectMany(thread => _order.MarksOf(thread).Chunk(2)
                .Select(marks => new Call(thread, marks[0], marks[1])))];
        return [.. calls.Select(later => Preceding(calls, later))];
    }

    private ulong Preceding(Call[] calls, Call later)
    {
        ulong preceding = 0;
        ReadOnlySpan<int> seen = _order.SeenAfter(later.Thread, later.Begin);
        for (int earlier = 0; earlier < calls.Length; earlier++)
        {
            preceding |= seen[calls[earlier].Thread] >= calls[earlier].End ? 1UL << earlier : 0;
        }

        return preceding;
    }

    /// <summary>A call by the positions of its marks among the operations of its thread.</summary>
    private readonly record struct Call(int Thread, int Begin, int End);
}
