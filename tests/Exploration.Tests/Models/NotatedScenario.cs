using Atomics.Programs;
using Exploration.Actors;
using Exploration.Tests.Oracle.Dotnet.Notation;
using Exploration.Tests.Oracle.Dotnet.Traces;

namespace Exploration.Tests.Models;

/// <summary>A program in the notation of the tables, made for the explorer. A register that is not set holds no value.</summary>
internal sealed class NotatedScenario : ObjectScenario
{
    private readonly SmallProgram _program;
    private readonly Words _words;

    public NotatedScenario(SmallProgram program)
    {
        _program = program;
        _words = new Words(new ProgramTraces(program));
    }

    public override string Name => "notated";

    public override string Description => $"{_program}";

    public override unsafe ObjectInstance Create()
    {
        SharedWords shared = new();
        foreach (Location location in _words.Locations)
        {
            shared.Word64(location.Text, _words.Encode(_words.InitialOf(location)));
        }

        Actor[] actors = [.. _program.Threads.Select((statements, thread) => new Actor(
            $"{thread}",
            [.. RegistersOf(statements), NotatedRun.Threw],
            registers => new NotatedRun(_words, [.. RegistersOf(statements)]).Run(statements, registers)))];
        ScenarioInstance instance = new(
            actors, shared.Locations, [.. _words.Locations.Select(location => location.Text)], _ => null, shared);
        return new ObjectInstance(instance, [.. _words.Locations.Select(_words.TraitsOf)]);
    }

    /// <summary>What an outcome of the explorer says in the words of the oracle.</summary>
    public SortedDictionary<string, Value> Read(OutcomeCount outcome)
    {
        SortedDictionary<string, Value> values = new(StringComparer.Ordinal);
        foreach ((string name, long value) in outcome.Values)
        {
            bool isRegister = char.IsDigit(name[0]);
            bool isSet = value != NotatedRun.Unset && (value != 0 || !name.EndsWith(NotatedRun.Threw, StringComparison.Ordinal));
            if (isSet)
            {
                values.Add(isRegister ? name.Replace('.', ':') : name, _words.Decode(value));
            }
        }

        return values;
    }

    private static IEnumerable<string> RegistersOf(Statement[] statements) => StatementWalk.Of(statements)
        .Select(statement => statement switch
        {
            Statement.Read read => read.Register,
            Statement.Update update => update.Register,
            Statement.Let let => let.Register,
            Statement.Until until => until.Register,
            _ => null,
        })
        .OfType<string>().Distinct().Order(StringComparer.Ordinal);
}
