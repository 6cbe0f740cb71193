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
        type.GetNestedType("State") is not null && type.GetMethod("Actor0", Members) is not null;

    /// <summary>The program of a class.</summary>
    /// <exception cref="ArgumentException">A member is missing or has another signature.</exception>
    public static WovenProgram Read(WovenAssembly assembly, Type type, bool findsRaces)
    {
        Type state = type.GetNestedType("State")!;
        MethodInfo check = type.GetMethod("Check", Members)
            ?? throw new ArgumentException($"{type.FullName} has no method Check(State).");
        MethodInfo[] actors = [.. Enumerable.Range(0, int.MaxValue)
            .Select(index => type.GetMethod($"Actor{index.ToString(CultureInfo.InvariantCulture)}", Members))
            .TakeWhile(actor => actor is not null)!];
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
}
