using Atomics;
using Atomics.Programs;
using Scenarios.Selection;
using Tracker;
using Tracker.Ids;

namespace Scenarios.Ids;

/// <summary>
/// A cache takes both IDs that there are, one to keep idle, frees, takes again and gives back what is left, while
/// another thread takes one from wherever it is: from the source, or back from the cache.
/// </summary>
internal sealed class IdCacheScenario(ScenarioOptions options) : Scenario
{
    /// <summary>Name of the scenario.</summary>
    public const string ScenarioName = "id-cache";

    /// <summary>One sentence.</summary>
    public const string Summary =
        "A cache refills, keeps and gives back rmap IDs while others take them back: no ID is out twice, none is lost.";

    private const int Ids = 2;

    /// <summary>Half of it, less the one that is handed out, is kept.</summary>
    private const int Capacity = 4;

    /// <inheritdoc/>
    public override string Name => ScenarioName;

    /// <inheritdoc/>
    public override string Description => Summary;

    /// <inheritdoc/>
    public override ScenarioInstance Create<TMemory>() =>
        ClaimSelector.Select(options.Tracker, new Builder<TMemory>());

    private sealed class Builder<TMemory> : IBitClaimVisitor<ScenarioInstance>
        where TMemory : struct, IMemory
    {
        public ScenarioInstance Visit<TClaim>() where TClaim : struct, IBitClaim
        {
            RmapIdAllocator<TMemory, TClaim> source = new(Ids);
            RmapIdCaches<TMemory> caches = new(source);
            Actor owner = new("owner", ["kept"], registers =>
            {
                using RmapIdCache<TMemory> cache = caches.Create(Capacity);
                if (cache.TryAllocate(out int first))
                {
                    cache.Free(first);
                    cache.TryAllocate(out int kept);
                    registers[0] = kept;
                }
            });
            Actor taker = new("taker", ["kept"], registers =>
            {
                caches.TryAllocate(out int kept);
                registers[0] = kept;
            });
            IReadOnlyList<nint> words = source.WordAddresses;
            SharedLocation[] locations =
            [
                new("free", words[0], sizeof(long)),
                new("hint", words[1], sizeof(long)),
                new("map", words[2], sizeof(long)),
                new("idle", caches.WordAddresses[0], sizeof(long)),
            ];
            return new ScenarioInstance([owner, taker], locations, ["free", "map", "idle"], Check, caches);
        }

        private static string? Check(Outcome outcome)
        {
            (long owned, long taken) = (outcome.Registers[0][0], outcome.Registers[1][0]);
            if (owned is < RmapId.Min or > Ids || taken > Ids || owned == taken)
            {
                return $"the owner kept {owned} and the taker {taken}; expected different IDs, "
                    + "none for the taker at most.";
            }

            // The dummy and what lies behind the last ID count as out for ever.
            long free = Enumerable.Range(RmapId.Min, Ids).Where(id => id != owned && id != taken).Sum(id => 1L << id);
            return outcome.Final.SequenceEqual([Ids - (taken == 0 ? 1 : 2), ~free, 0L]) ? null
                : $"at the end {outcome.Final[0]} IDs are free, the map is {outcome.Final[1]:x16} and "
                + $"{outcome.Final[2]:x} are idle; expected {~free:x16} and none idle.";
        }
    }
}
