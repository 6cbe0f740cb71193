using Atomics;
using Atomics.Programs;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace Scenarios.Tests;

/// <summary>Scenarios without interleavings: actors run as wholes.</summary>
internal static class SequentialRuns
{
    /// <summary>
    /// Runs the actors one after the other, in every order. An outcome lives until the next one is asked for.
    /// </summary>
    public static IEnumerable<Outcome> Outcomes(ScenarioEntry entry, ScenarioOptions options) =>
        Outcomes((Scenario)entry.Create(options));

    /// <inheritdoc cref="Outcomes(ScenarioEntry, ScenarioOptions)"/>
    public static IEnumerable<Outcome> Outcomes(Scenario scenario)
    {
        int actors = 0;
        using (ScenarioInstance sample = scenario.Create<HardwareMemory>())
        {
            actors = sample.Actors.Count;
        }

        foreach (int[] order in Permutations([.. Enumerable.Range(0, actors)]))
        {
            using ScenarioInstance instance = scenario.Create<HardwareMemory>();
            yield return Run(instance, order);
        }
    }

    private static Outcome Run(ScenarioInstance instance, int[] order)
    {
        long[][] registers = [.. instance.Actors.Select(actor => new long[actor.RegisterNames.Count])];
        foreach (int actor in order)
        {
            instance.Actors[actor].Body(registers[actor]);
        }

        return new Outcome(instance, registers, [.. instance.Observed.Select(ReadFinal)]);
    }

    private static unsafe long ReadFinal(SharedLocation location) =>
        location.SizeBytes == sizeof(int) ? *(int*)location.Address : *(long*)location.Address;

    private static IEnumerable<int[]> Permutations(int[] items) =>
        items.Length <= 1
            ? [items]
            : items.SelectMany(first => Permutations([.. items.Where(each => each != first)])
                .Select(rest => (int[])[first, .. rest]));
}
