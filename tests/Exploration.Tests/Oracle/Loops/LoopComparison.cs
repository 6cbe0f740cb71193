using System.Text.RegularExpressions;

namespace Exploration.Tests.Oracle.Loops;

/// <summary>A program under the machine and under the explorer.</summary>
internal sealed partial class LoopComparison
{
    private const int LimitStates = 20_000;

    /// <summary>
    /// A loop whose turns write has more executions than can be visited. The largest of 20 000 programs without loops
    /// have a few thousand.
    /// </summary>
    private const long LimitExecutions = 10_000;

    private LoopComparison()
    {
    }

    /// <summary>What the machine found; null if the program is too large for it.</summary>
    public MachineResult? Machine { get; private init; }

    /// <summary>What the explorer found; null if it refused the program.</summary>
    public ExplorationResult? Result { get; private init; }

    /// <summary>Why the explorer refused it.</summary>
    public string? Refusal { get; private init; }

    /// <summary>The exception that the explorer ended with.</summary>
    public string? Failure { get; private init; }

    public static LoopComparison Of(LoopProgram program, ModelName model)
    {
        MachineResult? machine = LoopMachine.Run(program, model == ModelName.Tso, LimitStates);
        if (machine is null)
        {
            return new LoopComparison();
        }

        try
        {
            ExplorationOptions options = new()
            {
                Model = model,
                LimitExecutions = LimitExecutions,
                LimitViolations = long.MaxValue,
                TimeBudget = TimeSpan.FromSeconds(20),
                FindsSites = false,
            };
            ExplorationResult result = Explorer.Explore(new LoopScenario(program), options);
            return new LoopComparison { Machine = machine, Result = result };
        }
        catch (ExplorationException refused)
        {
            return new LoopComparison { Machine = machine, Refusal = refused.Message };
        }
        catch (Exception failure)
        {
            return new LoopComparison { Machine = machine, Failure = $"{failure}" };
        }
    }

    /// <summary>How the explorer is wrong, or null: if it is not complete it may leave out, but not make up.</summary>
    public string? Difference()
    {
        if (Machine is null || Result is null)
        {
            return Failure;
        }

        string[] outcomes =
            [.. Result.Outcomes.Where(outcome => outcome.Violation is null).Select(outcome => outcome.Outcome)];
        int[] waiting = [.. ActorsOf("Never ends")];
        int thrown = Union(ActorsOf(" threw "));
        int mayThrow = Union(Machine.Endings.Select(ending => ending.Thrown));
        string? extra = Extra("outcome", outcomes, Machine.Outcomes)
            ?? Extra("deadlock of", waiting, Machine.Endings.Select(ending => ending.Waiting))
            ?? ((thrown & ~mayThrow) == 0 ? null : $"an exception of {Text(thrown & ~mayThrow)}, which cannot be");
        if (extra is not null || !Result.IsComplete)
        {
            return extra;
        }

        // Where somebody has thrown, the exception is what is wrong, whoever waits then.
        IEnumerable<Ending> deadlocks = Machine.Endings.Where(ending => ending.Thrown == 0 && ending.Waiting != 0);
        IEnumerable<Ending> unseen = Machine.Endings
            .Where(ending => ending.Thrown != 0 && (ending.Thrown & thrown) == 0);
        return Missing("outcome", outcomes, Machine.Outcomes)
            ?? Missing("deadlock of", waiting, deadlocks.Select(ending => ending.Waiting))
            ?? unseen.Select(ending => $"no exception of {Text(ending.Thrown)}").FirstOrDefault();
    }

    private static string? Extra<T>(string what, IEnumerable<T> found, IEnumerable<T> right) =>
        found.Except(right).Select(item => $"{what} {Text(item)}, which cannot be").FirstOrDefault();

    private static string? Missing<T>(string what, IEnumerable<T> found, IEnumerable<T> right) =>
        right.Except(found).Select(item => $"no {what} {Text(item)}").FirstOrDefault();

    private static string Text<T>(T item) => item is int actors ? Names(actors) : $"{item}";

    private static string Names(int actors) => string.Join(
        ", ", Enumerable.Range(0, 3).Where(actor => (actors >> actor & 1) != 0).Select(LoopProgram.NameOf));

    private static int Union(IEnumerable<int> sets) => sets.Aggregate(0, (union, actors) => union | actors);

    /// <summary>The sets of actors that violations with some words name.</summary>
    private IEnumerable<int> ActorsOf(string words) => Result!.Violations
        .Where(violation => violation.Contains(words, StringComparison.Ordinal))
        .Select(violation => Union(Actor().Matches(violation).Select(match => 1 << (match.Value[1] - '0'))));

    [GeneratedRegex(@"\bP\d\b")]
    private static partial Regex Actor();
}
