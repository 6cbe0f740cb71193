using Atomics.Programs;

namespace Exploration.Tests.Oracle.Loops;

/// <summary>A program as a scenario: its actors are interpreted over the memory parameter.</summary>
internal sealed unsafe class LoopScenario(LoopProgram program) : Scenario
{
    public override string Name => "random-loops";

    public override string Description => "A random program with loops.";

    public override ScenarioInstance Create<TMemory>()
    {
        SharedWords shared = new();
        nint[] words = [.. program.Words.Select(word => word.IsWide
            ? (nint)shared.Word64(word.Name, word.Initial)
            : (nint)shared.Word32(word.Name, word.Initial))];
        string[] locals = [.. Enumerable.Range(0, program.Locals).Select(Operand.NameOf)];
        LoopInterpreter<TMemory> interpreter = new(program.Words, words);
        return new ScenarioInstance(
            [.. program.Actors.Select((body, actor) => new Actor(
                LoopProgram.NameOf(actor), locals, registers => interpreter.Execute(body, registers)))],
            shared.Locations,
            [.. program.Words.Select(word => word.Name)],
            _ => null,
            shared);
    }
}
