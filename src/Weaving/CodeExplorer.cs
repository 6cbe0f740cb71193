using Atomics.Programs;
using Exploration;
using Exploration.Advice;
using Exploration.Search;
using Weaving.Refusals;
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

    /// <summary>
    /// Explores a class under several models in turn. What is proved of its loops under one is not proved again.
    /// </summary>
    /// <param name="assembly">The rewritten assembly.</param>
    /// <param name="className">Full name of the class.</param>
    /// <param name="models">The models.</param>
    /// <returns>A result for each, found when it is asked for.</returns>
    /// <exception cref="UnsupportedCodeException">The code does what is not modelled.</exception>
    /// <exception cref="ArgumentException">There is no such class, or it has no known form.</exception>
    public static IEnumerable<ExplorationResult> Explore(
        WovenAssembly assembly, string className, IReadOnlyList<ModelName> models)
    {
        WovenScenario scenario = Declare(assembly, className, findsRaces: false);
        return models.Select(model => Explorer.Explore(scenario, new ExplorationOptions { Model = model }));
    }

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
        AdviceReport.Of(Declare(assembly, className, findsRaces), options, cancellation);

    /// <summary>Grades outcomes of a class: the strongest model that allows each.</summary>
    /// <param name="assembly">Where it is.</param>
    /// <param name="className">Its full name.</param>
    /// <param name="options">Limits of each search.</param>
    /// <param name="cancellation">Ends the searches.</param>
    /// <exception cref="ArgumentException">There is no such class, or it declares no actors.</exception>
    /// <exception cref="UnsupportedCodeException">The code does what is not modelled.</exception>
    public static OutcomeGrades Grade(
        WovenAssembly assembly, string className, ExplorationOptions options, CancellationToken cancellation = default)
    {
        Type type = Find(assembly, className);
        return OutcomeGrades.Of(
            () => new WovenScenario(Read(assembly, type, findsRaces: false)), options, cancellation);
    }

    /// <summary>What is worth a warning in the code that a class may run, and is no matter of a memory model.</summary>
    /// <param name="assembly">Where it is.</param>
    /// <param name="className">Its full name.</param>
    /// <exception cref="ArgumentException">There is no such class, or it has no known form.</exception>
    public static IReadOnlyList<string> WarningsOf(WovenAssembly assembly, string className)
    {
        Type type = Find(assembly, className);
        Read(assembly, type, findsRaces: false);
        return assembly.WarningsOf(type);
    }

    /// <summary>The full names of the classes of an assembly that can be explored, in alphabetical order.</summary>
    public static IReadOnlyList<string> ClassesOf(WovenAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return [.. assembly.Types.Where(type => CaseClass.Fits(type) || ActorClass.Fits(type))
            .Select(type => type.FullName!).Order(StringComparer.Ordinal)];
    }

    /// <summary>A class as a scenario, whose search can be divided (<see cref="DividedSearch"/>).</summary>
    /// <param name="assembly">The rewritten assembly.</param>
    /// <param name="className">Full name of the class.</param>
    /// <param name="findsRaces">Whether data races between plain accesses count as violations.</param>
    /// <exception cref="ArgumentException">There is no such class, or it has no known form.</exception>
    public static ScenarioDeclaration ScenarioOf(WovenAssembly assembly, string className, bool findsRaces = false) =>
        Declare(assembly, className, findsRaces);

    private static WovenScenario Declare(WovenAssembly assembly, string className, bool findsRaces) =>
        new(Read(assembly, Find(assembly, className), findsRaces));

    private static Type Find(WovenAssembly assembly, string className)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return assembly.Assembly.GetType(className)
            ?? throw new ArgumentException($"{assembly.FullPath} has no class {className}.");
    }

    internal static WovenProgram Read(WovenAssembly assembly, Type type, bool findsRaces) =>
        CaseClass.Fits(type) ? CaseClass.Read(assembly, type, findsRaces)
        : ActorClass.Fits(type) ? ActorClass.Read(assembly, type, findsRaces)
        : throw new ArgumentException(
            $"{type.FullName} declares no actors: mark methods with [Actor], or write a static class with State, "
            + "Actor0 to ActorN and Check.");
}
