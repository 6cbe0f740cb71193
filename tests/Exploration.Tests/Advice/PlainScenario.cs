using Atomics.Programs;

namespace Exploration.Tests.Advice;

/// <summary>Declares a <see cref="PlainProgram"/>, an operation a line.</summary>
internal sealed class PlainScenario(PlainProgram program) : Scenario
{
    public override string Name => program.ToString();

    public override string Description => "A program of plain accesses.";

    public override unsafe ScenarioInstance Create<TMemory>()
    {
        SharedWords words = new();
        int* x = words.Word32("x");
        int* y = words.Word32("y");
        (Actor[] actors, string[] observed, Func<Outcome, bool> isAllowed) = program switch
        {
            PlainProgram.StoreBuffering => ((Actor[])
            [
                new Actor("P0", ["r"], registers =>
                {
                    TMemory.WritePlain(ref *x, 1);
                    registers[0] = TMemory.ReadPlain(ref *y);
                }),
                new Actor("P1", ["r"], registers =>
                {
                    TMemory.WritePlain(ref *y, 1);
                    registers[0] = TMemory.ReadPlain(ref *x);
                }),
            ], (string[])[], (Func<Outcome, bool>)(seen => seen.Registers[0][0] + seen.Registers[1][0] > 0)),
            PlainProgram.MessagePassing => (
            [
                new Actor("P0", [], _ =>
                {
                    TMemory.WritePlain(ref *x, 1);
                    TMemory.WritePlain(ref *y, 1);
                }),
                new Actor("P1", ["flag", "value"], registers =>
                {
                    registers[0] = TMemory.ReadPlain(ref *y);
                    registers[1] = TMemory.ReadPlain(ref *x);
                }),
            ], [], seen => seen.Registers[1][0] <= seen.Registers[1][1]),
            PlainProgram.LostUpdate => (
                [.. Enumerable.Range(0, 2).Select(index => new Actor($"P{index}", [], _ =>
                {
                    int seen = TMemory.ReadPlain(ref *x);
                    TMemory.WritePlain(ref *x, seen + 1);
                }))],
                ["x"],
                seen => seen.Final[0] == 2),
            _ => throw new ArgumentOutOfRangeException(nameof(program), program, "No such program."),
        };
        return new ScenarioInstance(
            actors, words.Locations, observed, seen => isAllowed(seen) ? null : "forbidden", words);
    }
}
