using System.Reflection;
using Weaving.Running;

namespace Weaving;

/// <summary>Reads what a class declares by <see cref="ActorAttribute"/> and <see cref="InvariantAttribute"/>.</summary>
internal static class ActorClass
{
    private const BindingFlags Members =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
            | BindingFlags.DeclaredOnly;

    /// <summary>Whether a class has actors.</summary>
    public static bool Fits(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
            && Marked<ActorAttribute>(type).Length > 0;

    /// <summary>The program of a class.</summary>
    /// <exception cref="ArgumentException">A member has a signature that means nothing here.</exception>
    public static WovenProgram Read(WovenAssembly assembly, Type type, bool findsRaces)
    {
        MethodInfo[] actors = Marked<ActorAttribute>(type);
        Func<object, object?[], object?>[] invariants =
            [.. Marked<InvariantAttribute>(type).Select(invariant => Reader(invariant, actors))];
        return new WovenProgram
        {
            Name = type.Name,
            StateType = type,
            MakeState = Bodies.MakerOf(type),
            Actors = [.. actors.Select(actor => new WovenActor(actor.Name, actor.ReturnType, Bodies.Of(actor, type)))],
            Judge = (state, results) => invariants.Select(invariant => Verdicts.Of(invariant(state, results)))
                .FirstOrDefault(verdict => verdict is not null),
            Statics = assembly.StaticsOf(type),
            IsWoven = assembly.IsWoven,
            FindsRaces = findsRaces,
        };
    }

    /// <summary>
    /// The marked methods of a class and of its bases, those of the bases first: private and static ones, which
    /// reflection leaves out of an inherited class, count too. An override takes the place of what it overrides.
    /// </summary>
    private static MethodInfo[] Marked<TAttribute>(Type type)
        where TAttribute : Attribute
    {
        List<MethodInfo> marked = [];
        for (Type? declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            marked.AddRange(declaring.GetMethods(Members)
                .Where(method => method.IsDefined(typeof(TAttribute)))
                .OrderByDescending(method => method.MetadataToken));
        }

        marked.Reverse();
        return [.. marked.GroupBy(method => method.GetBaseDefinition()).Select(overrides => overrides.Last())];
    }

    private static Func<object, object?[], object?> Reader(MethodInfo invariant, MethodInfo[] actors)
    {
        Verdicts.Require(invariant);
        int[] sources = [.. invariant.GetParameters().Select(parameter => Array.FindIndex(
            actors, actor => string.Equals(actor.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
                && actor.ReturnType == parameter.ParameterType))];
        return Array.IndexOf(sources, -1) is int missing and >= 0
            ? throw new ArgumentException(
                $"{invariant.DeclaringType?.Name}.{invariant.Name} takes '{invariant.GetParameters()[missing].Name}', "
                + "and no actor of that name returns its type.")
            : (state, results) => invariant.Invoke(
                state, BindingFlags.DoNotWrapExceptions, null, [.. sources.Select(source => results[source])], null);
    }
}
