using Exploration.Tests.Oracle.Dotnet.Graphs;
using Exploration.Tests.Oracle.Dotnet.Models;
using Exploration.Tests.Oracle.Dotnet.Notation;
using Exploration.Tests.Oracle.Dotnet.Traces;

namespace Exploration.Tests.Oracle.Dotnet;

/// <summary>
/// What the models allow of a small program, by brute force: every combination of runs, every source of every read,
/// every order of every word's writes, held against the axioms.
/// </summary>
internal static class DotnetOracle
{
    /// <summary>Solves a program under some models.</summary>
    /// <param name="program">The program.</param>
    /// <param name="condition">What the result says whether it is met; null for nothing.</param>
    /// <param name="options">The choices in the doubtful cases of <c>dotnet</c>.</param>
    /// <param name="models">The models.</param>
    public static IReadOnlyDictionary<OracleModel, OracleResult> Solve(
        SmallProgram program, Condition? condition, OracleOptions options, params OracleModel[] models)
    {
        Tally[] tallies = [.. models.Select(model => new Tally(model))];
        foreach (Combination combination in Combinations(new ProgramTraces(program)))
        {
            Lazy<DotnetCode> code = new(() => new DotnetCode(combination, options));
            foreach (Execution execution in combination.Executions())
            {
                Outcome outcome = new(execution);
                foreach (Tally tally in tallies.Where(tally => Allows(tally.Model, execution, code, options)))
                {
                    tally.Executions++;
                    tally.IsMet |= condition?.IsMetBy(outcome.ValueOf) ?? false;
                    tally.Outcomes.Add($"{outcome}");
                }
            }
        }

        return tallies.ToDictionary(
            tally => tally.Model, tally => new OracleResult(tally.Executions, tally.IsMet, tally.Outcomes));
    }

    private static bool Allows(OracleModel model, Execution execution, Lazy<DotnetCode> code, OracleOptions options) =>
        model switch
        {
            OracleModel.Sc => SequentialConsistency.Allows(execution),
            OracleModel.Tso => TotalStoreOrder.Allows(execution),
            OracleModel.Rc11 => Rc11.Allows(execution),
            OracleModel.Dotnet => DotnetModel.Allows(execution, code.Value),
            OracleModel.Arm => Arm.Allows(execution, options),
            _ => throw new ArgumentOutOfRangeException(nameof(model), model, null),
        };

    /// <summary>One run of each thread that ends, in each of which every read finds a write.</summary>
    private static IEnumerable<Combination> Combinations(ProgramTraces program)
    {
        Trace[][] ended = [.. program.Possible.Select(
            traces => traces.Where(trace => trace.End != TraceEnd.Blocked).ToArray())];
        HashSet<(Location, Value)> written = [.. ended.SelectMany(traces => traces).SelectMany(trace => trace.Events)
            .Where(each => each.IsWrite).Select(each => (each.Location, each.Value))];
        bool FindsWrites(Trace trace) => trace.Events.All(each => !each.IsRead
            || each.Value == program.InitialOf(each.Location) || written.Contains((each.Location, each.Value)));
        return Products.Of<Trace>([.. ended.Select(traces => traces.Where(FindsWrites))])
            .Select(traces => new Combination(program, traces));
    }

    private sealed class Tally(OracleModel model)
    {
        public OracleModel Model => model;

        public long Executions { get; set; }

        public bool IsMet { get; set; }

        public HashSet<string> Outcomes { get; } = new(StringComparer.Ordinal);
    }
}
