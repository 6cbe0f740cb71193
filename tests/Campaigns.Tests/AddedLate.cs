using Atomics.Programs;

namespace Campaigns.Tests;

/// <summary>
/// A sum whose adds commute unless one actor adds to it because of what it has read, and another has looked at it: that
/// look could have seen the add. The other one looks behind the last round only, so that few branches of the search
/// come to it.
/// </summary>
internal sealed class AddedLate : ModelScenario
{
    public const string ScenarioName = "added-late";

    private const int Rounds = 3;

    public override string Name => ScenarioName;

    public override string Description =>
        "An actor adds to a sum if it sees no round of another; a third looks behind the last round.";

    public override unsafe ScenarioInstance Create<TMemory>()
    {
        SharedWords shared = new();
        int* sum = shared.Word32("sum");
        int* rounds = shared.Word32("rounds");
        Actor looking = new("looking", ["sum"], registers =>
        {
            if (TMemory.ReadAcquire(ref *rounds) == Rounds)
            {
                registers[0] = TMemory.ReadPlain(ref *sum);
            }
        });
        Actor adding = new("adding", [], _ =>
        {
            for (int round = 1; round <= Rounds; round++)
            {
                TMemory.AddRelaxed(ref *sum, 1);
                TMemory.WriteRelease(ref *rounds, round);
            }
        });
        Actor following = new("following", ["rounds"], registers =>
        {
            registers[0] = TMemory.ReadAcquire(ref *rounds);
            if (registers[0] == 0)
            {
                TMemory.AddRelaxed(ref *sum, 10);
            }
        });
        return new ScenarioInstance([looking, adding, following], shared.Locations, [], _ => null, shared);
    }
}
