using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Weaving.Running;

namespace Weaving;

/// <summary>Reads what a closure declares that makes actors.</summary>
internal static class ClosureProgram
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public
        | BindingFlags.NonPublic;

    /// <summary>The program of a closure.</summary>
    /// <param name="assembly">Where it is.</param>
    /// <param name="type">The class that the compiler made for it.</param>
    /// <param name="method">Its name there.</param>
    /// <param name="findsRaces">Whether data races are looked for.</param>
    public static WovenProgram Read(WovenAssembly assembly, Type type, string method, bool findsRaces)
    {
        MethodInfo found = type.GetMethod(method, Members)!;
        object? target = found.IsStatic ? null : RuntimeHelpers.GetUninitializedObject(type);
        Func<Action[]> make = found.CreateDelegate<Func<Action[]>>(target);
        IReadOnlyList<Type> statics = assembly.StaticsOf(type);
        return new WovenProgram
        {
            Name = "closures",
            StateType = typeof(object),
            MakeState = make,
            Actors = [.. Enumerable.Range(0, make().Length).Select(index => new WovenActor(
                $"Actor{index.ToString(CultureInfo.InvariantCulture)}", typeof(void),
                state => Run((Action[])state, index)))],
            Judge = (_, _) => null,
            Statics = statics,
            IsWoven = assembly.IsWoven,
            FindsRaces = findsRaces,
        };
    }

    private static object? Run(Action[] actors, int index)
    {
        actors[index]();
        return null;
    }
}
