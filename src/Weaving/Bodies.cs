using System.Reflection;

namespace Weaving;

/// <summary>Methods as delegates on a state, so that running one costs a call and exceptions pass as they
/// are.</summary>
internal static class Bodies
{
    /// <summary>A method of the state, or a static one that takes it.</summary>
    /// <exception cref="ArgumentException">It takes something else.</exception>
    public static Func<object, object?> Of(MethodInfo method, Type state)
    {
        int parameters = method.IsStatic ? 1 : 0;
        if (method.GetParameters().Length != parameters
            || (method.IsStatic && method.GetParameters()[0].ParameterType != state))
        {
            throw new ArgumentException(
                $"{method.DeclaringType?.Name}.{method.Name} takes "
                + $"{(method.IsStatic ? "other parameters than the state" : "parameters")}.");
        }

        bool isVoid = method.ReturnType == typeof(void);
        MethodInfo maker = typeof(Bodies).GetMethod(isVoid
            ? nameof(OfAction)
            : nameof(OfFunction), BindingFlags.Static | BindingFlags.NonPublic)!;
        maker = isVoid ? maker.MakeGenericMethod(state) : maker.MakeGenericMethod(state, method.ReturnType);
        return (Func<object, object?>)maker.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [method], null)!;
    }

    /// <summary>Makes objects of a class by its constructor without parameters.</summary>
    public static Func<object> MakerOf(Type state)
    {
        ConstructorInfo maker = state.GetConstructor(
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, Type.EmptyTypes)
            ?? throw new ArgumentException($"{state.FullName} has no constructor without parameters.");
        return () => maker.Invoke(BindingFlags.DoNotWrapExceptions, null, null, null);
    }

    private static Func<object, object?> OfAction<TState>(MethodInfo method)
    {
        Action<TState> body = method.CreateDelegate<Action<TState>>();
        return state =>
        {
            body((TState)state);
            return null;
        };
    }

    private static Func<object, object?> OfFunction<TState, TResult>(MethodInfo method)
    {
        Func<TState, TResult> body = method.CreateDelegate<Func<TState, TResult>>();
        return state => body((TState)state);
    }
}
