using Exploration.Actors;
using Exploration.Programs;

namespace Exploration.Counterexamples.Sites;

/// <summary>The sites of the events of an execution, where the runners of the actors know where they are.</summary>
internal sealed unsafe class CodeSites
{
    private readonly Func<int, Site?> _siteOf;
    private readonly WidestGraph _graph;
    private readonly Dictionary<(int Thread, int Node), int> _sites = [];

    /// <summary>Runs every actor once more through what it did.</summary>
    public CodeSites(Program program, Func<int, Site?> siteOf, WidestGraph graph)
    {
        (_siteOf, _graph) = (siteOf, graph);
        for (int thread = 0; thread < program.Replays.Length; thread++)
        {
            Replay replay = program.Replays[thread];
            List<int> nodes = [];
            for (int node = graph.Threads[thread].Next; node >= 0; node = replay.Tree.ParentOf(node))
            {
                nodes.Add(node);
            }

            nodes.Reverse();
            Follow(replay, thread, nodes);
        }
    }

    /// <summary>A step with the site of its event.</summary>
    public CounterexampleStep AddTo(CounterexampleStep step, int number)
    {
        (int, int) key = (_graph.Events[number].Thread, _graph.Events[number].Node);
        return _sites.TryGetValue(key, out int site) && _siteOf(site) is Site found
            ? step with { File = found.File, Line = found.Line }
            : step;
    }

    private void Follow(Replay replay, int thread, List<int> nodes)
    {
        SiteRecorder recorder = new(replay, nodes);
        replay.Runner.Run(recorder);
        foreach ((int node, int site) in recorder.Sites)
        {
            _sites[(thread, node)] = site;
        }
    }
}
