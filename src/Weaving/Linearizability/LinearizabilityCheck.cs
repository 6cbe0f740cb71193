using Exploration;
using Exploration.Assertions;
using Weaving.Linearizability;
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
                return (string.Join(" | ",
                    program.Select(actor => string.Join("; ", (IEnumerable<OperationCall>)actor))), result);
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
                try
                {
                    result.AssertPasses();
                }
                catch (ExplorationAssertionException failure)
                {
                    throw new ExplorationAssertionException($"'{program}' under {model}: {failure.Message}");
                }
            }
        }

        return this;
    }

    private ExplorationResult Explore(OperationCall[][] actors, ModelName model) => Explorer.Explore(
        new WovenScenario(HistoryProgram.Of(_assembly, _subject, _specification, actors)),
        new ExplorationOptions { Model = model });
}
