using System.Numerics;
using Atomics;
using Atomics.Programs;
using Scenarios.Selection;
using Tracker;
using Tracker.Ids;

namespace Scenarios.Ids;

/// <summary>
/// As many threads as there are rmap IDs: each takes one, gives it back, takes one again and keeps it. Nobody may go
/// away empty and no two may keep the same.
/// </summary>
internal sealed class IdScenario(ScenarioOptions options) : Scenario
{
    /// <summary>Name of the scenario.</summary>
    public const string ScenarioName = "ids";

    /// <summary>One sentence.</summary>
    public const string Summary =
        "Threads take, free and take rmap IDs, as many as there are: nobody goes empty, no ID is out twice.";

    /// <inheritdoc/>
    public override string Name => ScenarioName;

    /// <inheritdoc/>
    public override string Description => Summary;

    /// <inheritdoc/>
    public override ScenarioInstance Create<TMemory>() =>
        ClaimSelector.Select(options.Tracker, new Builder<TMemory>(options));

    private sealed class Builder<TMemory>(ScenarioOptions options) : IBitClaimVisitor<ScenarioInstance>
        where TMemory : struct, IMemory
    {
        public ScenarioInstance Visit<TClaim>() where TClaim : struct, IBitClaim =>
            Create(new RmapIdAllocator<TMemory, TClaim>(options.Writers), options.Writers);
    }

    private static ScenarioInstance Create<TMemory, TClaim>(RmapIdAllocator<TMemory, TClaim> ids, int threads)
        where TMemory : struct, IMemory
        where TClaim : struct, IBitClaim
    {
        Actor[] actors = [.. Enumerable.Range(0, threads)
            .Select(index => new Actor($"holder {index}", ["first", "kept"], registers =>
        {
            // A canary may make the second free of an ID fail; the first holder's registers then tell.
            ids.TryAllocate(out int first);
            registers[0] = first;
            if (first != RmapId.Dummy && TryFree(ids, first))
            {
                ids.TryAllocate(out int kept);
                registers[1] = kept;
            }
        }))];
        IReadOnlyList<nint> words = ids.WordAddresses;
        SharedLocation[] locations =
        [
            new("free", words[0], sizeof(long)),
            new("hint", words[1], sizeof(long)),
            new("map", words[2], sizeof(long)),
        ];
        return new ScenarioInstance(actors, locations, ["map"], outcome => Check(outcome, threads), ids);
    }

    private static bool TryFree<TMemory, TClaim>(RmapIdAllocator<TMemory, TClaim> ids, int id)
        where TMemory : struct, IMemory
        where TClaim : struct, IBitClaim
    {
        try
        {
            ids.Free(id);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string? Check(Outcome outcome, int threads)
    {
        long[] kept = [.. outcome.Registers.Select(registers => registers[1])];
        if (kept.Contains(RmapId.Dummy) || kept.Any(id => id > threads))
        {
            return $"a thread went away empty or with an ID out of range: kept [{string.Join(", ", kept)}]; expected "
                + $"IDs 1 to {threads}.";
        }

        if (kept.Distinct().Count() != kept.Length)
        {
            return $"an ID is out twice: kept [{string.Join(", ", kept)}]; expected {threads} different ones.";
        }

        return BitOperations.PopCount((ulong)outcome.Final[0]) == 64
            ? null
            : $"the map shows a free ID: {outcome.Final[0]:x16}; expected none.";
    }
}
