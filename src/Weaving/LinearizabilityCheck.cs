using Exploration;
using Exploration.Assertions;
using Exploration.Search;
using Weaving.Linearizability;
using Weaving.Refusals;
using Weaving.Running;

namespace Weaving;

/// <summary>
/// Checks that the calls of a class, made by several actors at once, look as if they were made one after the other: in
/// an order that keeps every call behind those whose end happens before its begin, or, if asked for, comes before it on
/// a global clock.
/// </summary>
public sealed class LinearizabilityCheck
{
    private readonly WovenAssembly _assembly;
    private readonly Type _subject;
    private readonly Type _specification;
    private readonly OperationSet _operations;
    private readonly bool _hasClock;

    internal LinearizabilityCheck(WovenAssembly assembly, Type subject, Type specification)
    {
        (_assembly, _subject, _specification) = (assembly, subject, specification);
        _operations = new OperationSet(subject, specification);
    }

    private LinearizabilityCheck(LinearizabilityCheck other, bool hasClock)
        : this(other._assembly, other._subject, other._specification) => _hasClock = hasClock;

    /// <summary>
    /// The same check, where a call comes behind another as soon as that has ended on a clock that all actors see, as
    /// Herlihy and Wing (TOPLAS 1990) have it. Only <see cref="Model.Sc"/> has such a clock; it is the model then.
    /// </summary>
    public LinearizabilityCheck ByGlobalClock() => new(this, hasClock: true);

    /// <summary>Explores every execution of a program.</summary>
    /// <param name="program">Such as <c>Enqueue 1; Enqueue 2 | TryDequeue; TryDequeue</c>.</param>
    /// <param name="model">The memory model; null for <see cref="Model.Dotnet"/>, or, by a global clock,
    /// <see cref="Model.Sc"/>.</param>
    /// <exception cref="ArgumentException">The program is not understood, or the model has no clock.</exception>
    /// <exception cref="UnsupportedCodeException">The code does what is not modelled.</exception>
    public ExplorationResult Explore(string program, ModelName? model = null) =>
        Explore(_operations.Parse(program), model);

    /// <summary>Asserts that every execution of a program is linearizable.</summary>
    /// <exception cref="ExplorationAssertionException">One is not; the message shows the history and the
    /// execution.</exception>
    public LinearizabilityCheck Passes(string program, params ModelName[] models)
    {
        foreach (ModelName model in models.Length == 0 ? [Usual] : models)
        {
            Explore(program, model).AssertPasses();
        }

        return this;
    }

    /// <summary>The smallest program whose calls no order explains; null if there is none up to a size.</summary>
    /// <param name="calls">Calls of a program at most.</param>
    /// <param name="model">The memory model.</param>
    public (string Program, ExplorationResult Result)? FindSmallest(int calls = 4, ModelName? model = null)
    {
        foreach (OperationCall[][] program in SmallPrograms.UpTo(calls, _operations.Small()))
        {
            ExplorationResult result = Explore(program, model);
            if (result.Verdict != ExplorationVerdict.Passed)
            {
                return (Text(program), result);
            }
        }

        return null;
    }

    /// <summary>Asserts that all programs of two actors are linearizable up to a size, the smallest first.</summary>
    /// <exception cref="ExplorationAssertionException">One is not: it is the smallest.</exception>
    public LinearizabilityCheck PassesAll(int calls = 4, params ModelName[] models)
    {
        foreach (ModelName model in models.Length == 0 ? [Usual] : models)
        {
            if (FindSmallest(calls, model) is (string program, ExplorationResult result))
            {
                Fail($"'{program}' under {model}", result);
            }
        }

        return this;
    }

    /// <summary>
    /// Looks at programs made at random, of up to three actors with arguments from 1 to 9, and lessens the first that
    /// fails: call by call, actor by actor and argument by argument, as long as it still fails.
    /// </summary>
    /// <param name="programs">How many.</param>
    /// <param name="seed">Makes the same programs again.</param>
    /// <param name="calls">Calls of a program at most, from 2 on.</param>
    /// <param name="model">The memory model.</param>
    /// <returns>The program that is left, what it was made of, and what the search says; null if none fails.</returns>
    public (string Program, string Original, ExplorationResult Result)? FindRandom(
        int programs, int seed, int calls = 6, ModelName? model = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 2);
        RandomPrograms random = new(_operations, seed);
        for (int made = 0; made < programs; made++)
        {
            OperationCall[][] program = random.Next(calls);
            ExplorationVerdict verdict = Explore(program, model).Verdict;
            if (verdict != ExplorationVerdict.Passed)
            {
                OperationCall[][] least = random.Shrink(program, other => Explore(other, model).Verdict == verdict);
                return (Text(least), Text(program), Explore(least, model));
            }
        }

        return null;
    }

    /// <summary>Asserts that programs made at random are linearizable.</summary>
    /// <exception cref="ExplorationAssertionException">One is not: the message shows the least that is left of
    /// it.</exception>
    /// <inheritdoc cref="FindRandom"/>
    public LinearizabilityCheck PassesRandom(int programs, int seed, int calls = 6, ModelName? model = null)
    {
        if (FindRandom(programs, seed, calls, model) is (string program, string original, ExplorationResult result))
        {
            Fail($"'{program}' under {model ?? Usual}, left of '{original}' (seed {seed})", result);
        }

        return this;
    }

    private static void Fail(string program, ExplorationResult result)
    {
        try
        {
            result.AssertPasses();
        }
        catch (ExplorationAssertionException failure)
        {
            throw new ExplorationAssertionException($"{program}: {failure.Message}");
        }
    }

    private static string Text(OperationCall[][] program) => string.Join(
        " | ", program.Select(actor => string.Join("; ", (IEnumerable<OperationCall>)actor)));

    private ModelName Usual => _hasClock ? Model.Sc : Model.Dotnet;

    private ExplorationResult Explore(OperationCall[][] actors, ModelName? named)
    {
        ModelName model = named ?? Usual;
        if (_hasClock && model != Model.Sc)
        {
            throw new ArgumentException($"Calls have no global clock under {model}, only under {Model.Sc}.");
        }

        return Explorer.Explore(
            new WovenScenario(HistoryProgram.Of(_assembly, _subject, _specification, actors, _hasClock)),
            new ExplorationOptions { Model = model });
    }
}
