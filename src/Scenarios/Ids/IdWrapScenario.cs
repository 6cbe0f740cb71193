using Atomics;
using Atomics.Programs;
using Scenarios.Selection;
using Tracker.Ids;

namespace Scenarios.Ids;

/// <summary>
/// A map of two words in which one ID is left, in the second. One thread takes it and moves the hint there; another
/// one frees an ID of the first word and takes one: it may have to scan from the second word and start over at the
/// first.
/// </summary>
internal sealed unsafe class IdWrapScenario(ScenarioOptions options) : Scenario
{
    /// <summary>Name of the scenario.</summary>
    public const string ScenarioName = "ids-wrap";

    /// <summary>One sentence.</summary>
    public const string Summary =
        "The last rmap ID is taken while another one comes free behind the hint: a scan wraps and finds it.";

    /// <summary>The one ID of the second word.</summary>
    private const int Last = 64;

    /// <summary>The ID that comes free in the first word.</summary>
    private const int Freed = 3;

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
            RmapIdAllocator<TMemory, TClaim> ids = new(Last);
            IReadOnlyList<nint> words = ids.WordAddresses;

            // As if the first word's IDs had been taken before.
            *(long*)words[0] = 1;
            *(long*)words[2] = -1;
            Actor taker = new("taker", ["kept"], registers => registers[0] = Take(ids));
            Actor freer = new("freer", ["kept"], registers =>
            {
                ids.Free(Freed);
                registers[0] = Take(ids);
            });
            SharedLocation[] locations =
            [
                new("free", words[0], sizeof(long)),
                new("hint", words[1], sizeof(long)),
                new("map 0", words[2], sizeof(long)),
                new("map 1", words[3], sizeof(long)),
            ];
            return new ScenarioInstance([taker, freer], locations, ["free", "map 0", "map 1"], Check, ids);
        }

        private static long Take<TClaim>(RmapIdAllocator<TMemory, TClaim> ids) where TClaim : struct, IBitClaim
        {
            ids.TryAllocate(out int id);
            return id;
        }

        private static string? Check(Outcome outcome)
        {
            long[] kept = [outcome.Registers[0][0], outcome.Registers[1][0]];
            if (!kept.Order().SequenceEqual([Freed, Last]))
            {
                return $"the IDs kept are [{string.Join(", ", kept)}]; expected {Freed} and {Last}.";
            }

            return outcome.Final.SequenceEqual([0L, -1, -1]) ? null
                : $"at the end the free count and the map are [{string.Join(", ", outcome.Final)}]; "
                + "expected 0 and every bit set.";
        }
    }
}
