using Exploration.Tests.Oracle.Dotnet.Graphs;
using Exploration.Tests.Oracle.Dotnet.Notation;
using Exploration.Tests.Oracle.Dotnet.Traces;

namespace Exploration.Tests.Oracle.Dotnet;

/// <summary>The registers that an execution set, the threads that threw, and the final values of words.</summary>
internal sealed class Outcome
{
    private readonly SortedDictionary<string, Value> _values = new(StringComparer.Ordinal);
    private readonly ProgramTraces _program;

    public Outcome(Execution execution)
    {
        _program = execution.Combination.Program;
        for (int thread = 0; thread < execution.Combination.Traces.Length; thread++)
        {
            Trace trace = execution.Combination.Traces[thread];
            foreach ((string register, RegisterValue held) in trace.Registers)
            {
                _values.Add($"{thread}:{register}", held.Value);
            }

            if (trace.End == TraceEnd.Threw)
            {
                _values.Add(ThrowOf(thread), new Value(1));
            }
        }

        foreach (Location location in _program.Locations)
        {
            _values.Add(location.Text, _program.InitialOf(location));
        }

        foreach (LocationChoice choice in execution.Choices.Where(choice => choice.Order.Length > 0))
        {
            _values[choice.Location.Text] = execution[choice.Order[^1]].Value;
        }
    }

    public static string ThrowOf(int thread) => $"{thread}:throw";

    /// <summary>The value of a register or word; null for a register that was not set.</summary>
    public Value? ValueOf(string name) =>
        _values.TryGetValue(name, out Value value) ? value
        : name.EndsWith(":throw", StringComparison.Ordinal) ? default(Value)
        : name.Contains(':', StringComparison.Ordinal) ? null
        : _program.InitialOf(new Location(name, null));

    /// <summary>The outcome on one line, such as <c>0:r1=1 x=2</c>: equal text means equal outcome.</summary>
    public override string ToString() => string.Join(' ', _values.Select(value => $"{value.Key}={value.Value}"));
}
