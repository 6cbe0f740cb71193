using System.Text.RegularExpressions;

namespace Exploration.Tests.Oracle.Loops;

/// <summary>A program under the machine and under the explorer.</summary>
internal sealed partial class LoopComparison
{
    private const int LimitStates = 20_000;
    private const long LimitExecutions = 20_000;

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
            };
            return new LoopComparison { Machine = machine, Result = Explorer.Explore(new LoopScenario(program), options) };
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

    /// <summary>How the explorer is wrong, or null. What it left out it must at least have said to be incomplete.</summary>
    public string? Difference()
    {
        if (Machine is null || Result is null)
        {
            return Failure;
        }

        HashSet<string> outcomes = [.. Result.Outcomes.Where(outcome => outcome.Violation is null).Select(outcome => outcome.Outcome)];
        int[] waiting = [.. ActorsOf("Never ends")];
        int thrown = ActorsOf(" threw ").Aggregate(0, (set, actors) => set | actors);
        return First(
            Extra("outcome", outcomes, Machine.Outcomes),
            Extra("deadlock of", waiting, Machine.Endings.Select(ending => ending.Waiting)),
            (thrown & ~Machine.Endings.Aggregate(0, (set, ending) => set | ending.Thrown)) == 0 ? null : "an exception that cannot be")
            ?? (Result.IsComplete
                ? First(
                    Missing("outcome", outcomes, Machine.Outcomes),
                    Missing("deadlock of", waiting, Machine.Endings
                        .Where(ending => ending.Waiting != 0 && ending.Thrown == 0).Select(ending => ending.Waiting)),
                    Machine.Endings.All(ending => ending.Thrown == 0 || (ending.Thrown & thrown) != 0) ? null : "no exception where there is one")
                : null);
    }

    private static string? Extra<T>(string what, IEnumerable<T> found, IEnumerable<T> right) =>
        found.Except(right).Select(item => $"{what} {Text(item)}, which cannot be").FirstOrDefault();

    private static string? Missing<T>(string what, IEnumerable<T> found, IEnumerable<T> right) =>
        right.Except(found).Select(item => $"no {what} {Text(item)}").FirstOrDefault();

    private static string Text<T>(T item) => item is int actors
        ? string.Join(", ", Enumerable.Range(0, 3).Where(actor => (actors >> actor & 1) != 0).Select(LoopProgram.NameOf))
        : $"{item}";

    private static string? First(params string?[] sentences) => Array.Find(sentences, sentence => sentence is not null);

    /// <summary>The sets of actors that violations with some words name.</summary>
    private IEnumerable<int> ActorsOf(string words) => Result!.Violations
        .Where(violation => violation.Contains(words, StringComparison.Ordinal))
        .Select(violation => Actor().Matches(violation).Aggregate(0, (set, match) => set | 1 << (match.Value[1] - '0')));

    [GeneratedRegex(@"\bP\d\b")]
    private static partial Regex Actor();
}
