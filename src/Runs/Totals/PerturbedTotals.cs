namespace Runs.Totals;

/// <summary>What was done and seen under each kind of perturbation, in the order in which the kinds came.</summary>
public sealed class PerturbedTotals
{
    private readonly List<(string Kind, RunTotals Totals)> _parts = [];

    /// <summary>The kinds, by <see cref="Harness.Teams.Perturbation.Name"/>, each with its totals.</summary>
    public IReadOnlyList<(string Kind, RunTotals Totals)> Parts => _parts;

    /// <summary>Over all kinds.</summary>
    public RunTotals Sum { get; } = new();

    /// <summary>The totals of a kind; none yet if it has not come.</summary>
    public RunTotals Of(string kind) => _parts.Find(part => part.Kind == kind).Totals ?? new RunTotals();

    /// <summary>Adds what was done under a kind.</summary>
    public void Add(string kind, RunTotals totals)
    {
        RunTotals? known = _parts.Find(part => part.Kind == kind).Totals;
        if (known is null)
        {
            known = new RunTotals();
            _parts.Add((kind, known));
        }

        known.Add(totals);
        Sum.Add(totals);
    }

    /// <summary>Adds another's, kind by kind.</summary>
    public void Add(PerturbedTotals other) => other._parts.ForEach(part => Add(part.Kind, part.Totals));
}
