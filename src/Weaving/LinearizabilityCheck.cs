using Exploration;
using Exploration.Assertions;
using Exploration.Search;
using Weaving.Linearizability;
using Weaving.Refusals;
using Weaving.Running;

namespace Weaving;

/// <summary>
/// Checks that the calls of a class, made by several actors at once, look as if they were made one after the other: in
/// an order that keeps every call behind those whose end happens before its begin.
/// </summary>
public sealed class LinearizabilityCheck
{
    private readonly WovenAssembly _assembly;
    private readonly Type _subject;
    private readonly Type _specification;
    private readonly OperationSet _operations;

    internal LinearizabilityCheck(WovenAssembly assembly, Type subject, Type specification)
    {
        (_assembly, _subject, _specification) = (assembly, subject, specification);
        _operations = new OperationSet(subject, specification);
    }

    /// <summary>Explores every execution of a program.</summary>
    /// <param name="program">Such as <c>Enqueue 1; Enqueue 2 | TryDequeue; TryDequeue</c>.</param>
    /// <param name="model">The memory model.</param>
    /// <exception cref="ArgumentException">The program is not understood.</exception>
    /// <exception cref="UnsupportedCodeException">The code does what is not modelled.</exception>
    public ExplorationResult Explore(string program, ModelName model = Model.Dotnet) =>
        Explore(_operations.Parse(program), model);

    /// <summary>Asserts that every execution of a program is linearizable.</summary>
    /// <exception cref="ExplorationAssertionException">One is not; the message shows the history and the
    /// execution.</exception>
    public LinearizabilityCheck Passes(string program, params ModelName[] models)
    {
        foreach (ModelName model in models.Length == 0 ? [Model.Dotnet] : models)
        {
            Explore(program, model).AssertPasses();
        }

        return this;
    }

    /// <summary>The smallest program whose calls no order explains; null if there is none up to a size.</summary>
    /// <param name="calls">Calls of a program at most.</param>
    /// <param name="model">The memory model.</param>
    public (string Program, ExplorationResult Result)? FindSmallest(int calls = 4, ModelName model = Model.Dotnet)
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
        foreach (ModelName model in models.Length == 0 ? [Model.Dotnet] : models)
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
        int programs, int seed, int calls = 6, ModelName model = Model.Dotnet)
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
    public LinearizabilityCheck PassesRandom(int programs, int seed, int calls = 6, ModelName model = Model.Dotnet)
    {
        if (FindRandom(programs, seed, calls, model) is (string program, string original, ExplorationResult result))
        {
            Fail($"'{program}' under {model}, left of '{original}' (seed {seed})", result);
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

    private ExplorationResult Explore(OperationCall[][] actors, ModelName model) => Explorer.Explore(
        new WovenScenario(HistoryProgram.Of(_assembly, _subject, _specification, actors)),
        new ExplorationOptions { Model = model });
}
