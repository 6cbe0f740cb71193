using System.Text;

namespace Exploration.Tests.Oracle.Loops;

/// <summary>Counts what programs had been compared, so that it shows if a feature never came up.</summary>
internal sealed class LoopTally
{
    private readonly Dictionary<Feature, int> _features = Enum.GetValues<Feature>()
        .Where(feature => feature != Feature.None).ToDictionary(feature => feature, _ => 0);

    private readonly Dictionary<AccessKind, int> _accesses =
        Enum.GetValues<AccessKind>().ToDictionary(kind => kind, _ => 0);

    private readonly SortedDictionary<string, int> _refusals = [];
    private int _outcomes;
    private long _runs;
    private long _executions;

    public int Compared { get; private set; }

    public int TooLarge { get; private set; }

    public int WithDeadlock { get; private set; }

    public int WithException { get; private set; }

    /// <summary>Programs that do not change words for ever: a search that cuts failed turns can end.</summary>
    public int Finite { get; private set; }

    /// <summary>Those of them whose search did not.</summary>
    public int FiniteNotComplete { get; private set; }

    /// <summary>Those of them without what may not fit all the same: long spins, and turns that write.</summary>
    public int Small { get; private set; }

    public int SmallNotComplete { get; private set; }

    public int NotFinite => Compared - Finite;

    public int NotFiniteNotComplete { get; private set; }

    public IReadOnlyDictionary<Feature, int> Features => _features;

    public IReadOnlyDictionary<AccessKind, int> Accesses => _accesses;

    public void Count(LoopProgram program, LoopComparison comparison)
    {
        if (comparison.Machine is not MachineResult machine)
        {
            TooLarge++;
            return;
        }

        Compared++;
        _outcomes += machine.Outcomes.Count;
        _runs += comparison.Result?.ActorRuns ?? 0;
        _executions += comparison.Result?.Executions ?? 0;
        WithDeadlock += machine.Endings.Any(ending => ending.Waiting != 0) ? 1 : 0;
        WithException += machine.Endings.Any(ending => ending.Thrown != 0) ? 1 : 0;
        bool isComplete = comparison.Result?.IsComplete ?? false;
        if (machine.ChangesForEver)
        {
            NotFiniteNotComplete += isComplete ? 0 : 1;
        }
        else
        {
            Finite++;
            FiniteNotComplete += isComplete ? 0 : 1;
            bool isSmall = (program.Features & (Feature.LongSpin | Feature.TurnWrites)) == 0;
            Small += isSmall ? 1 : 0;
            SmallNotComplete += isSmall && !isComplete ? 1 : 0;
        }

        foreach (Feature feature in _features.Keys.Where(feature => (program.Features & feature) != 0))
        {
            _features[feature]++;
        }

        foreach (AccessKind kind in program.Actors.SelectMany(KindsIn).Distinct())
        {
            _accesses[kind]++;
        }

        if (comparison.Refusal is string refusal)
        {
            _refusals[refusal] = _refusals.GetValueOrDefault(refusal) + 1;
        }
    }

    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(
            $"compared {Compared}, too large {TooLarge}; {_outcomes} outcomes, {_executions} executions, "
            + $"{_runs} runs of actors; deadlocks in {WithDeadlock}, exceptions in {WithException}\n"
            + $"not complete: {FiniteNotComplete} of {Finite} that do not change words for ever, "
            + $"{SmallNotComplete} of the {Small} of these without long spins and turns that write, "
            + $"{NotFiniteNotComplete} of {NotFinite} others\n");
        text.AppendJoin(", ", _features.Select(entry => $"{entry.Key} {entry.Value}")).Append('\n');
        text.AppendJoin(", ", _accesses.Select(entry => $"{entry.Key} {entry.Value}")).Append('\n');
        foreach ((string refusal, int count) in _refusals)
        {
            text.Append($"refused {count}: {refusal}\n");
        }

        return text.ToString();
    }

    private static IEnumerable<AccessKind> KindsIn(Statement[] body) => body.SelectMany(statement => statement switch
    {
        Statement.Access access => [access.Kind],
        Statement.If choice => KindsIn([.. choice.Then, .. choice.Else]),
        Statement.Loop loop => KindsIn(loop.Body),
        Statement.Try attempt => KindsIn([.. attempt.Body, .. attempt.Handler, .. attempt.Finally]),
        _ => Enumerable.Empty<AccessKind>(),
    });
}
