using Exploration;
using Exploration.Advice;
using Weaving.Running;

namespace Weaving;

/// <summary>Checks classes of rewritten assemblies in every execution that a memory model allows.</summary>
public static class CodeExplorer
{
    /// <summary>Explores a class.</summary>
    /// <param name="assembly">The rewritten assembly.</param>
    /// <param name="className">Full name of the class, such as <c>Cases.TreiberBroken</c>.</param>
    /// <param name="options">The model and the limits.</param>
    /// <param name="findsRaces">Whether data races between plain accesses count as violations.</param>
    /// <param name="cancellation">Ends the search with the results so far.</param>
    /// <exception cref="UnsupportedCodeException">The code does what is not modelled.</exception>
    /// <exception cref="ArgumentException">There is no such class, or it has no known form.</exception>
    public static ExplorationResult Explore(
        WovenAssembly assembly,
        string className,
        ExplorationOptions options,
        bool findsRaces = false,
        CancellationToken cancellation = default) =>
        Explorer.Explore(Declare(assembly, className, findsRaces), options, cancellation);

    /// <summary>Asks which accesses of a class could be weaker, or which stronger ones repair it.</summary>
    /// <param name="assembly">The rewritten assembly.</param>
    /// <param name="className">Full name of the class.</param>
    /// <param name="options">The model and the limits of each search.</param>
    /// <param name="findsRaces">Whether data races between plain accesses count as violations.</param>
    /// <param name="cancellation">Ends the searches.</param>
    /// <exception cref="UnsupportedCodeException">The code does what is not modelled.</exception>
    /// <exception cref="ArgumentException">There is no such class, or it has no known form.</exception>
    public static AdviceReport Advise(
        WovenAssembly assembly,
        string className,
        ExplorationOptions options,
        bool findsRaces = false,
        CancellationToken cancellation = default) =>
        Explorer.Advise(Declare(assembly, className, findsRaces), options, cancellation);

    /// <summary>The full names of the classes of an assembly that can be explored, in alphabetical order.</summary>
    public static IReadOnlyList<string> ClassesOf(WovenAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return [.. assembly.Assembly.GetTypes().Where(type => CaseClass.Fits(type) || ActorClass.Fits(type))
            .Select(type => type.FullName!).Order(StringComparer.Ordinal)];
    }

    private static WovenScenario Declare(WovenAssembly assembly, string className, bool findsRaces)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        Type type = assembly.Assembly.GetType(className)
            ?? throw new ArgumentException($"{assembly.FullPath} has no class {className}.");
        return new WovenScenario(Read(assembly, type, findsRaces));
    }

    internal static WovenProgram Read(WovenAssembly assembly, Type type, bool findsRaces) =>
        CaseClass.Fits(type) ? CaseClass.Read(assembly, type, findsRaces)
        : ActorClass.Fits(type) ? ActorClass.Read(assembly, type, findsRaces)
        : throw new ArgumentException(
            $"{type.FullName} declares no actors: mark methods with [Actor], or write a static class with State, "
            + "Actor0 to ActorN and Check.");
}
