using System.ComponentModel;
using Weaving.Refusals;
using Weaving.Running;

namespace Weaving.Runtime;

/// <summary>Compares values of which rewritten code does not know the type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Comparisons
{
    /// <summary>The code calls what every value has on one of a type parameter.</summary>
    public static void Require<T>(int refusal)
    {
        if (ActorRun.Current is ActorRun run && !Facts<T>.IsPlain && !IsOwn<T>(run))
        {
            throw run.Refuse(CodeSites.RefusalAt(refusal));
        }
    }

    /// <summary>The code calls what every number has on one of a type parameter.</summary>
    public static void RequireNumber<T>(int refusal)
    {
        if (ActorRun.Current is ActorRun run && !Facts<T>.IsPlain && !run.IsWoven(typeof(T)))
        {
            throw run.Refuse(CodeSites.RefusalAt(refusal));
        }
    }

    /// <summary>
    /// Stands for <see cref="EqualityComparer{T}.Equals(T, T)"/>: objects that stand for one are equal.
    /// </summary>
    public static bool AreEqual<T>(EqualityComparer<T> comparer, T? x, T? y, int refusal)
    {
        ArgumentNullException.ThrowIfNull(comparer);
        if (ActorRun.Current is ActorRun run && !typeof(T).IsValueType && !Facts<T>.IsPlain && !IsOwn<T>(run))
        {
            return run.IsSame(x, y);
        }

        Require<T>(refusal);
        return comparer.Equals(x, y);
    }

    /// <summary>Stands for <see cref="EqualityComparer{T}.GetHashCode(T)"/>.</summary>
    public static int HashOf<T>(EqualityComparer<T> comparer, T obj, int refusal)
    {
        ArgumentNullException.ThrowIfNull(comparer);
        Require<T>(refusal);
        return comparer.GetHashCode(obj!);
    }

    /// <summary>Stands for <see cref="Comparer{T}.Compare(T, T)"/>.</summary>
    public static int Compare<T>(Comparer<T> comparer, T? x, T? y, int refusal)
    {
        ArgumentNullException.ThrowIfNull(comparer);
        Require<T>(refusal);
        return comparer.Compare(x, y);
    }

    /// <summary>Stands for <see cref="IEqualityComparer{T}.Equals(T, T)"/>.</summary>
    public static bool AreEqualBy<T>(IEqualityComparer<T> comparer, T? x, T? y, int refusal) =>
        ReferenceEquals(comparer, EqualityComparer<T>.Default)
            ? AreEqual(EqualityComparer<T>.Default, x, y, refusal)
            : Known<T, IEqualityComparer<T>>(comparer, refusal).Equals(x, y);

    /// <summary>Stands for <see cref="IEqualityComparer{T}.GetHashCode(T)"/>.</summary>
    public static int HashBy<T>(IEqualityComparer<T> comparer, T obj, int refusal) =>
        ReferenceEquals(comparer, EqualityComparer<T>.Default)
            ? HashOf(EqualityComparer<T>.Default, obj, refusal)
            : Known<T, IEqualityComparer<T>>(comparer, refusal).GetHashCode(obj!);

    /// <summary>Stands for <see cref="IComparer{T}.Compare(T, T)"/>.</summary>
    public static int CompareBy<T>(IComparer<T> comparer, T? x, T? y, int refusal) =>
        ReferenceEquals(comparer, Comparer<T>.Default)
            ? Compare(Comparer<T>.Default, x, y, refusal)
            : Known<T, IComparer<T>>(comparer, refusal).Compare(x, y);

    /// <summary>A comparer that has been rewritten, or is the framework's and looks at plain values.</summary>
    private static TComparer Known<T, TComparer>(TComparer comparer, int refusal)
        where TComparer : class
    {
        ArgumentNullException.ThrowIfNull(comparer);
        bool isOfFramework = comparer.GetType().Assembly == typeof(object).Assembly;
        return ActorRun.Current is ActorRun run && !run.IsWoven(comparer.GetType())
            && !(Facts<T>.IsPlain && isOfFramework)
            ? throw run.Refuse(CodeSites.RefusalAt(refusal))
            : comparer;
    }

    private static bool IsOwn<T>(ActorRun run) => run.IsWoven(Facts<T>.Equality);

    private static class Facts<T>
    {
        /// <summary>Whether its methods look at nothing but itself.</summary>
        public static readonly bool IsPlain = Plain(typeof(T));

        /// <summary>The type that says what is equal.</summary>
        public static readonly Type Equality =
            typeof(IEquatable<T>).IsAssignableFrom(typeof(T))
                ? typeof(T)
                : typeof(T).GetMethod(nameof(Equals), [typeof(object)])?.DeclaringType ?? typeof(object);

        private static bool Plain(Type type) =>
            type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal)
            || type == typeof(Half) || type == typeof(Int128) || type == typeof(UInt128)
            || (type is { IsValueType: true, IsGenericType: true } && type.Assembly == typeof(object).Assembly
                && type.GetGenericArguments().All(Plain));
    }
}
