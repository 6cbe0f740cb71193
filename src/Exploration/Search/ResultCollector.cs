using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>Counts what one worker finds, and asks the whole search whether to go on.</summary>
internal sealed class ResultCollector(Program program, ExplorationOptions options, SearchBudget budget) : IGraphSink
{
    private readonly OutcomeTable _outcomes = new(program);
    private readonly HashSet<string> _violations = [];

    /// <summary>Complete executions.</summary>
    public long Executions { get; private set; }

    /// <summary>Executions in which somebody waits for ever.</summary>
    public long Blocked { get; private set; }

    /// <summary>Outcomes seen.</summary>
    public IEnumerable<OutcomeTable.Entry> Outcomes => _outcomes.Entries.Where(entry => entry.Count > 0);

    /// <summary>Sentences of the violations seen.</summary>
    public IEnumerable<string> Violations => _violations;

    /// <inheritdoc/>
    public bool MustStop => budget.IsSpent;

    /// <inheritdoc/>
    public bool Take(ref ExecutionGraph graph, ulong waiting)
    {
        if (waiting != 0)
        {
            Blocked++;
            string? stuck = LivenessCheck.Judge(program, ref graph, waiting);
            if (stuck is not null)
            {
                _violations.Add(stuck);
            }
        }
        else
        {
            OutcomeTable.Entry entry = _outcomes.Find(ref graph);
            entry.Count++;
            Executions++;
            if (entry.Violation is not null)
            {
                _violations.Add(entry.Violation);
            }
        }

        if (options.StopAtViolation && _violations.Count > 0)
        {
            budget.End();
        }

        return budget.Count();
    }
}
