using Atomics;
using Atomics.Programs;
using Scenarios.Selection;
using Tracker;

namespace Scenarios.Arenas;

/// <summary>
/// Two threads take slots from a stack of two, and one of them gives the first back, which the other may take again:
/// no slot has two owners. Without the tag of the head, a link that was read before and is swapped in after says that
/// it has.
/// </summary>
internal sealed class SlotScenario(ScenarioOptions options) : Scenario
{
    /// <summary>Name of the scenario.</summary>
    public const string ScenarioName = "slots";

    /// <summary>One sentence.</summary>
    public const string Summary = "Threads take and give back slots of a lock-free stack: no slot is out twice.";

    private const int Slots = 2;

    /// <inheritdoc/>
    public override string Name => ScenarioName;

    /// <inheritdoc/>
    public override string Description => Summary;

    /// <inheritdoc/>
    public override ScenarioInstance Create<TMemory>() =>
        ArenaSelector.Select<TMemory, ScenarioInstance>(options.Tracker, new Builder());

    private sealed class Builder : IMemoryVisitor<ScenarioInstance>
    {
        public ScenarioInstance Visit<TMemory>() where TMemory : struct, IMemory
        {
            FreeSlots<TMemory> stack = new(Slots);
            Actor keeper = new("keeper", ["first", "second"], registers =>
            {
                registers[0] = stack.Pop();
                registers[1] = stack.Pop();
            });
            Actor giver = new("giver", ["kept", "refused"], registers =>
            {
                int given = stack.Pop();
                registers[0] = stack.Pop();
                registers[1] = given >= 0 && !stack.TryPush(given) ? 1 : 0;
            });
            return new ScenarioInstance([keeper, giver], stack.Locations("slots"), [], Check, stack);
        }

        private static string? Check(Outcome outcome)
        {
            long[] keeper = outcome.Registers[0];
            long[] giver = outcome.Registers[1];
            long[] kept = [.. keeper.Append(giver[0]).Where(slot => slot >= 0)];
            if (kept.Distinct().Count() != kept.Length)
            {
                return $"a slot is out twice: kept [{string.Join(", ", kept)}]; expected different ones.";
            }

            return giver[1] == 0 ? null : "a slot that was out could not be given back; expected it to be taken.";
        }
    }
}
