using System.Reflection;
using System.Runtime.CompilerServices;
using Atomics;
using Tracker;
using Tracker.Folios;
using Tracker.Ids;

namespace EmittedCode;

/// <summary>
/// The tracker's methods, each closed over the hardware memory and over every struct of the tracker that its other type
/// parameters admit.
/// </summary>
internal static class TrackerMethods
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static
        | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Assembly s_tracker = typeof(FolioState).Assembly;
    private static readonly Type[] s_arguments =
        [typeof(HardwareMemory), .. s_tracker.GetTypes().Where(type => type is { IsValueType: true, IsEnum: false })];

    /// <summary>Compiles each.</summary>
    public static void Compile()
    {
        IEnumerable<Type> types = s_tracker.GetTypes().OrderBy(type => type.FullName, StringComparer.Ordinal);
        foreach (MethodBase method in types.SelectMany(MethodsOf))
        {
            RuntimeTypeHandle[] arguments =
            [
                .. (method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : [])
                    .Concat(method.IsGenericMethod ? method.GetGenericArguments() : []).Select(type => type.TypeHandle),
            ];
            RuntimeHelpers.PrepareMethod(method.MethodHandle, arguments);
        }

        // Virtual methods of generic classes are compiled when they are called.
        RmapIdAllocator<HardwareMemory, AtomicBitClaim> ids = new(RmapId.Min + 1);
        Call(ids);
        Call(new RmapIdCaches<HardwareMemory>(ids));
    }

    private static void Call(IRmapIds ids)
    {
        if (!ids.TryAllocate(out int id) || !ids.IsHandedOut(id))
        {
            throw new InvalidOperationException("no ID where all are free");
        }

        ids.Free(id);
    }

    private static IEnumerable<MethodBase> MethodsOf(Type type) =>
        from closed in Closed(type.GetTypeInfo().GenericTypeParameters, type, type.MakeGenericType)
        from method in closed.GetMembers(Declared).OfType<MethodBase>()
        where method is { IsAbstract: false } && method.GetMethodBody() is not null
        from exact in method is MethodInfo { IsGenericMethodDefinition: true } info
            ? Closed(info.GetGenericArguments(), (MethodBase)info, arguments => info.MakeGenericMethod(arguments))
            : [method]
        select exact;

    /// <summary>All ways to close something generic that its constraints admit.</summary>
    private static IEnumerable<T> Closed<T>(Type[] parameters, T open, Func<Type[], T> close)
    {
        if (parameters.Length == 0)
        {
            return [open];
        }

        IEnumerable<Type[]> choices = [[]];
        foreach (Type parameter in parameters)
        {
            Type[] admitted = [.. s_arguments.Where(type => Admits(parameter, type))];
            choices = [.. choices.SelectMany(chosen => admitted.Select(type => chosen.Append(type).ToArray()))];
        }

        return choices.Select(close);
    }

    private static bool Admits(Type parameter, Type type)
    {
        if (type.IsGenericTypeDefinition)
        {
            return false;
        }

        Type[] constraints = [.. parameter.GetGenericParameterConstraints().Where(each => each != typeof(ValueType))];
        return constraints.Length > 0 && constraints.All(constraint => constraint.IsAssignableFrom(type));
    }
}
