using System.Globalization;
using System.Reflection;
using Weaving.Running;

namespace Weaving;

/// <summary>Reads what a class declares: a static class with a nested <c>State</c>, <c>Actor0</c> to <c>ActorN</c> and
/// <c>Check</c>.</summary>
internal static class CaseClass
{
    private const BindingFlags Members = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Whether a class has the form.</summary>
    public static bool Fits(Type type) =>
        type.GetNestedType("State") is not null && type.GetMethods(Members).Any(method => IsActor(method.Name));

    /// <summary>The program of a class.</summary>
    /// <exception cref="ArgumentException">
    /// A member is missing, is numbered out of the row, or has another signature.
    /// </exception>
    public static WovenProgram Read(WovenAssembly assembly, Type type, bool findsRaces)
    {
        Type state = type.GetNestedType("State")!;
        MethodInfo check = type.GetMethod("Check", Members)
            ?? throw new ArgumentException($"{type.FullName} has no method Check(State).");
        MethodInfo[] actors = ActorsOf(type);
        Verdicts.Require(check);
        IReadOnlyList<Type> statics = assembly.StaticsOf(type);
        Func<object, object?> judge = Bodies.Of(check, state);
        return new WovenProgram
        {
            Name = type.Name,
            StateType = state,
            MakeState = Bodies.MakerOf(state),
            Actors = [.. actors.Select(actor => new WovenActor(actor.Name, actor.ReturnType, Bodies.Of(actor, state)))],
            Judge = (value, _) => Verdicts.Of(judge(value)),
            Statics = statics,
            IsWoven = assembly.IsWoven,
            FindsRaces = findsRaces,
        };
    }

    // An actor that no row reaches would be left out of every execution, without a word.
    private static MethodInfo[] ActorsOf(Type type)
    {
        MethodInfo[] actors = [.. type.GetMethods(Members).Where(method => IsActor(method.Name))
            .OrderBy(method => method.Name.Length).ThenBy(method => method.Name, StringComparer.Ordinal)];
        for (int index = 0; index < actors.Length; index++)
        {
            string expected = string.Create(CultureInfo.InvariantCulture, $"Actor{index}");
            if (actors[index].Name != expected)
            {
                throw new ArgumentException(
                    $"{type.FullName} has a method {actors[index].Name} where {expected} is expected: "
                    + "actors are numbered from 0 without gaps, each once.");
            }
        }

        return actors;
    }

    private static bool IsActor(string name) => name.StartsWith("Actor", StringComparison.Ordinal)
        && name.Length > "Actor".Length && name.AsSpan("Actor".Length).IndexOfAnyExceptInRange('0', '9') < 0;
}
