using Atomics.Programs;
using Exploration.Actors;
using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Checker;

/// <summary>A small program as a scenario of the checker.</summary>
internal sealed class SmallScenario(SmallProgram program, Condition? forbidden = null) : ObjectScenario
{
    private readonly WordTable _words = new(program);

    public override string Name => "small";

    public override string Description => $"{program}";

    public override ObjectInstance Create()
    {
        SharedWords words = _words.Allocate();
        return new ObjectInstance(
            new ScenarioInstance(
                [.. program.Threads.Select((_, thread) => ActorOf(thread))],
                words.Locations,
                _words.Names,
                Judge,
                words),
            _words.Traits());
    }

    /// <summary>A value of an outcome, in the names of the oracle; null for a register that was not set.</summary>
    public KeyValuePair<string, Value>? Decode(OutcomeValue value)
    {
        string name = value.Name.StartsWith('P') && value.Name.Contains('.', StringComparison.Ordinal)
            ? value.Name[1..].Replace('.', ':')
            : value.Name;
        bool isLeftOut = value.Value == WordTable.Unset
            || (value.Value == 0 && name.EndsWith(":throw", StringComparison.Ordinal));
        return isLeftOut ? null : KeyValuePair.Create(name, _words.Decode(value.Value));
    }

    private string? Judge(Atomics.Programs.Outcome outcome)
    {
        Dictionary<string, Value> values =
            outcome.Values.Select(Decode).OfType<KeyValuePair<string, Value>>().ToDictionary();
        Value? ValueOf(string name) => values.TryGetValue(name, out Value value) ? value : null;
        return forbidden?.IsMetBy(ValueOf) == true ? "forbidden" : null;
    }

    private Actor ActorOf(int thread)
    {
        Statement[] statements = program.Threads[thread];
        string[] registers =
            [.. StatementWalk.Of(statements).Select(StatementWalk.RegisterSetBy).OfType<string>().Distinct()];
        return new Actor(
            $"P{thread}",
            [.. registers, "throw"],
            values => ThreadInterpreter.Run(_words, statements, registers, values));
    }
}
