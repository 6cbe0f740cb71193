using Weaving.Running;

namespace Weaving;

/// <summary>A state, and what its actors returned on real threads.</summary>
public sealed class RealInstance
{
    private readonly WovenProgram _program;
    private readonly object _state;
    private readonly object?[] _results;
    private readonly string?[] _thrown;

    internal RealInstance(WovenProgram program)
    {
        _program = program;
        _state = program.MakeState();
        _results = new object?[program.Actors.Count];
        _thrown = new string?[program.Actors.Count];
    }

    /// <summary>Runs an actor on this thread.</summary>
    public void Run(int actor)
    {
        try
        {
            _results[actor] = _program.Actors[actor].Body(_state);
        }
        catch (Exception thrown)
        {
            _thrown[actor] = $"{_program.Actors[actor].Name} threw {thrown.GetType().Name}: {thrown.Message}";
        }
    }

    /// <summary>
    /// The outcome on one line, as a search says it, and what is wrong with it; null if nothing. All actors have ended.
    /// </summary>
    public (string Outcome, string? Violation) Judge() =>
        Array.Find(_thrown, thrown => thrown is not null) is string text
        ? (text, text)
        : (_program.Describe(_state, _results), _program.Check(_state, _results));
}
