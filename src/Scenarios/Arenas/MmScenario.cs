using Atomics;
using Atomics.Programs;
using Scenarios.Selection;
using Tracker.AddressSpaces;
using Tracker.Arenas;

namespace Scenarios.Arenas;

/// <summary>
/// An MM is made, dropped and made again in the same slot, with another ID, while a thread with an old handle tries to
/// take a reference: with one it sees the ID and the sub-ID of one life, and the MM stays until it is dropped.
/// </summary>
internal sealed class MmScenario(ScenarioOptions options) : Scenario
{
    /// <summary>Name of the scenario.</summary>
    public const string ScenarioName = "mms";

    /// <summary>One sentence.</summary>
    public const string Summary =
        "An MM is made, dropped and made again while a thread looks it up: it sees one life, or nothing.";

    private const int Lives = 2;

    /// <inheritdoc/>
    public override string Name => ScenarioName;

    /// <inheritdoc/>
    public override string Description => Summary;

    /// <inheritdoc/>
    public override ScenarioInstance Create<TMemory>() =>
        ArenaSelector.Select<TMemory, ScenarioInstance>(options.Tracker, new Builder());

    private sealed unsafe class Builder : IMemoryVisitor<ScenarioInstance>
    {
        public ScenarioInstance Visit<TMemory>() where TMemory : struct, IMemory
        {
            TrackerDomain<TMemory> domain = SmallDomain.Create<TMemory>();
            AddressSpaceArena<TMemory> mms = domain.Mms;
            AddressSpace mm = mms[0];
            AddressSpaceState* state = mm.State;
            OneId[] ids = [new(1), new(2)];
            Actor maker = new("maker", ["first", "gone", "second"], registers =>
            {
                registers[0] = (long)mms.TryMake(ids[0], out AddressSpace made);
                registers[1] = mms.Put(ids[0], made) ? 1 : 0;
                registers[2] = (long)mms.TryMake(ids[1], out _);
            });
            Actor looker = new("looker", ["referenced", "id", "sub-ID", "number"], registers =>
            {
                if (AddressSpaceArena<TMemory>.TryGet(mm))
                {
                    registers[0] = 1;
                    registers[1] = TMemory.ReadPlain(ref state->RmapId);
                    registers[2] = TMemory.ReadPlain(ref state->SubIds[0]);
                    registers[3] = TMemory.ReadPlain(ref state->Serial);
                    mms.Put(ids[0], mm);
                }
            });
            SharedLocation[] locations =
            [
                .. mms.Locations,
                new("references", (nint)(&state->References), sizeof(int)),
                new("id", (nint)(&state->RmapId), sizeof(int)),
                new("number", (nint)(&state->Serial), sizeof(long)),
                new("sub-ID", (nint)(&state->SubIds[0]), sizeof(long)),
            ];
            return new ScenarioInstance([maker, looker], locations, ["references"], Check, domain);
        }

        private static string? Check(Outcome outcome)
        {
            long[] maker = outcome.Registers[0];
            long[] seen = outcome.Registers[1];
            bool isMade = maker[2] == (long)MakeResult.Made;
            if (maker[0] != (long)MakeResult.Made || (!isMade && seen[0] == 0) || outcome.Final[0] != (isMade ? 1 : 0))
            {
                return $"the maker got {(MakeResult)maker[0]}, then {(MakeResult)maker[2]}, and {outcome.Final[0]} "
                    + "references are left; expected Made twice and 1, or NoMemoryLeft and 0 "
                    + "while the looker holds the "
                    + "first.";
            }

            bool isOneLife = Enumerable.Range(1, Lives).Any(life =>
                seen[1] == life && seen[2] == SmallDomain.Scheme.Classes[0].Generate(life) && seen[3] == life);
            return seen[0] == 0 || isOneLife ? null
                : $"the looker holds a reference and saw ID {seen[1]}, sub-ID {seen[2]}, MM number {seen[3]}; "
                + "expected those of one life.";
        }
    }
}
