using System.Reflection;
using Atomics.Programs;
using Exploration.Actors;
using Weaving.Objects;

namespace Weaving.Running;

/// <summary>What a woven class declares: how the state is made, who acts on it, and what must hold at the
/// end.</summary>
internal sealed class WovenProgram
{

    /// <summary>The class's name.</summary>
    public required string Name { get; init; }

    /// <summary>Makes a fresh state.</summary>
    public required Func<object> MakeState { get; init; }

    /// <summary>Who acts.</summary>
    public required IReadOnlyList<WovenActor> Actors { get; init; }

    /// <summary>Judges the final state and what the actors returned: null if it is right.</summary>
    public required Func<object, object?[], string?> Judge { get; init; }

    /// <summary>Judges the results of all calls and their order instead; null if there are no calls.</summary>
    public Func<object?[], ulong[], CodeOutcome>? History { get; init; }

    /// <summary>Whether calls are ordered by a clock that all actors see, and not by happens-before.</summary>
    public bool HasClock { get; init; }

    /// <summary>Types whose static fields may hold state.</summary>
    public required IReadOnlyList<Type> Statics { get; init; }

    /// <summary>Whether a type's code has been rewritten.</summary>
    public required Func<Type, bool> IsWoven { get; init; }

    /// <summary>The type of the state.</summary>
    public required Type StateType { get; init; }

    /// <summary>Whether data races are looked for.</summary>
    public bool FindsRaces { get; init; }

    /// <summary>The names of an outcome's values: actors that return something, then the state's primitive
    /// fields.</summary>
    public IReadOnlyList<string> OutcomeNames => [.. Results.Select(actor => actor.Name), .. Shown.Select(NameOf)];

    private IEnumerable<WovenActor> Results => Actors.Where(actor => actor.Result != typeof(void));

    private IEnumerable<FieldInfo> Shown =>
        Layout.FieldsOf(StateType)
            .Where(info => info.FieldType.IsPrimitive || info.FieldType.IsEnum || info.FieldType == typeof(string));

    /// <summary>The outcome's values that are numbers.</summary>
    public IEnumerable<OutcomeValue> ValuesOf(object state, object?[] results)
    {
        foreach ((string name, object? value) in Named(state, results))
        {
            switch (value)
            {
                case bool truth:
                    yield return new OutcomeValue(name, truth ? 1 : 0);
                    break;
                case ulong large:
                    yield return new OutcomeValue(name, unchecked((long)large));
                    break;
                case double or float:
                    yield return new OutcomeValue(name, (long)((IConvertible)value).ToDouble(null));
                    break;
                case IConvertible number when value is Enum || value.GetType().IsPrimitive:
                    yield return new OutcomeValue(name, number.ToInt64(null));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The outcome on one line.</summary>
    public string Describe(object state, object?[] results) =>
        string.Join(' ', Named(state, results).Select(pair => $"{pair.Name}={Text(pair.Value)}"));

    /// <summary>Null if the final state is right.</summary>
    public string? Check(object state, object?[] results)
    {
        try
        {
            return Judge(state, results);
        }
        catch (Exception thrown)
        {
            return $"the check threw {thrown.GetType().Name}: {thrown.Message}";
        }
    }

    private IEnumerable<(string Name, object? Value)> Named(object state, object?[] results)
    {
        for (int index = 0; index < Actors.Count; index++)
        {
            if (Actors[index].Result != typeof(void))
            {
                yield return (Actors[index].Name, results[index]);
            }
        }

        foreach (FieldInfo field in Shown)
        {
            yield return (NameOf(field), field.GetValue(state));
        }
    }

    private static string NameOf(FieldInfo field) => field.Name;

    private static string Text(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => $"'{text}'",
        IFormattable number => number.ToString(null, null),
        _ => TypeName.Of(value.GetType()),
    };
}
