using Atomics;
using Atomics.Programs;
using Scenarios.Selection;
using Tracker;
using Tracker.Arenas;
using Tracker.Folios;

namespace Scenarios.Arenas;

/// <summary>
/// Two threads allocate, publish, drop and free the same folio, one after the other, while a thread with an old handle
/// takes a reference: every life ends once, by whoever drops the last reference, and nobody sees two.
/// </summary>
internal sealed class FolioArenaScenario(ScenarioOptions options) : Scenario
{
    /// <summary>Name of the scenario.</summary>
    public const string ScenarioName = "folios";

    /// <summary>One sentence.</summary>
    public const string Summary =
        "A folio is allocated, freed and allocated again while a thread looks it up: it sees one life, or nothing.";

    private const int Owners = 2;

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
            FolioArena<TMemory> folios = domain.Folios;
            Folio folio = folios[0];
            FolioState* state = folio.State;
            Actor[] owners = [.. Enumerable.Range(1, Owners).Select(life => new Actor(
                $"owner {life}", ["life", "defect"], registers =>
            {
                if (folios.TryAllocate(out Folio allocated))
                {
                    folios.Prepare(allocated, SmallDomain.Order, incarnation: life);
                    folios.Publish(allocated, references: 1);
                    registers[0] = TMemory.ReadPlain(ref state->Incarnation);
                    registers[1] = Drop(folios, allocated);
                }
            }))];
            Actor looker = new("looker", ["referenced", "life", "defect", "pages"], registers =>
            {
                if (ReferenceCount.TryGet<TMemory>(ref state->References))
                {
                    registers[0] = 1;
                    registers[1] = TMemory.ReadPlain(ref state->Incarnation);
                    registers[3] = FolioShape.Read<TMemory>(folio).Pages;
                    registers[2] = Drop(folios, folio);
                }
            });
            SharedLocation[] locations =
            [
                .. folios.Locations,
                new("sequence", (nint)(&state->Sequence), sizeof(long)),
                new("mapcount", (nint)(&state->MapcountMinusOne), sizeof(int)),
                new("value 0", (nint)(&state->Values[0]), sizeof(long)),
                new("references", (nint)(&state->References), sizeof(int)),
                new("shape", (nint)(&state->Shape), sizeof(int)),
                new("incarnation", (nint)(&state->Incarnation), sizeof(long)),
            ];
            return new ScenarioInstance([.. owners, looker], locations, ["references"], Check, domain);
        }

        private static long Drop<TMemory>(FolioArena<TMemory> folios, Folio folio) where TMemory : struct, IMemory =>
            ReferenceCount.Put<TMemory>(ref folio.State->References, 1) == 0 ? (long)folios.Free(folio) : 0;

        private static string? Check(Outcome outcome)
        {
            long[] seen = outcome.Registers[Owners];
            long[] lives = [.. outcome.Registers.Take(Owners).Select(owner => owner[0])];
            if (lives.Where((life, owner) => life != 0 && life != owner + 1).Any())
            {
                return $"an owner saw another life than its own: [{string.Join(", ", lives)}].";
            }

            long[] defects = [.. outcome.Registers.Take(Owners).Select(owner => owner[1]), seen[2]];
            if (defects.Any(defect => defect != 0) || outcome.Final[0] != 0)
            {
                return $"a life ended with [{string.Join(", ", defects.Select(defect => (FolioDefect)defect))}] and "
                    + $"{outcome.Final[0]} references; expected None and 0.";
            }

            return seen[0] == 0 || (seen[1] >= 1 && seen[1] <= Owners && seen[3] == 1 << SmallDomain.Order) ? null
                : $"the looker holds a reference and saw life {seen[1]} with {seen[3]} pages; "
                + "expected a life that was published.";
        }
    }
}
