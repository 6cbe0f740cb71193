using System.Reflection;

namespace Weaving;

/// <summary>Checks of ordinary code, for tests in any framework: what fails is an exception that shows how.</summary>
public static class Check
{
    /// <summary>A check of a class whose methods are marked with <see cref="ActorAttribute"/> and
    /// <see cref="InvariantAttribute"/>.</summary>
    /// <typeparam name="T">The class; each execution has a fresh instance of it.</typeparam>
    public static CodeCheck Class<T>() => new(typeof(T).Assembly, (assembly, findsRaces) => CodeExplorer.Read(
        assembly, assembly.Assembly.GetType(typeof(T).FullName!, throwOnError: true)!, findsRaces));

    /// <summary>A check that the operations of a class are linearizable.</summary>
    /// <typeparam name="TSubject">The class; each execution has one instance of it, which all actors call.</typeparam>
    /// <typeparam name="TSpec">A class with the same methods, which is called by one thread only and says what they
    /// should return.</typeparam>
    /// <exception cref="ArgumentException">The specification lacks an operation.</exception>
    public static LinearizabilityCheck Linearizable<TSubject, TSpec>()
        where TSubject : class, new()
        where TSpec : class, new()
    {
        WovenAssembly assembly = WovenAssembly.Of(typeof(TSubject).Assembly);
        return new LinearizabilityCheck(
            assembly,
            assembly.Assembly.GetType(typeof(TSubject).FullName!, throwOnError: true)!,
            assembly.Assembly.GetType(typeof(TSpec).FullName!) ?? typeof(TSpec));
    }

    /// <summary>A check of closures: an actor each. What they have in common is made where they are.</summary>
    /// <param name="make">Makes the shared objects and the actors; it captures nothing.</param>
    /// <exception cref="ArgumentException">It captures variables.</exception>
    public static CodeCheck Actors(Func<Action[]> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        Type declaring = make.Method.DeclaringType!;
        if (make.Target is not null
            && declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Length > 0)
        {
            throw new ArgumentException("The closure captures variables: make what the actors share inside it.",
                nameof(make));
        }

        return new CodeCheck(declaring.Assembly, (assembly, findsRaces) => ClosureProgram.Read(
            assembly, assembly.Assembly.GetType(declaring.FullName!, throwOnError: true)!, make.Method.Name,
            findsRaces));
    }
}
