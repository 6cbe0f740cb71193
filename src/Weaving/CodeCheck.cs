using System.Reflection;
using Exploration;
using Exploration.Assertions;
using Exploration.Search;
using Weaving.Refusals;
using Weaving.Running;

namespace Weaving;

/// <summary>A check of ordinary code. Where no model is named, it is <see cref="Model.Dotnet"/>.</summary>
public sealed class CodeCheck
{
    private readonly Assembly _assembly;
    private readonly Func<WovenAssembly, bool, WovenProgram> _read;
    private string[] _namespaces = [];
    private bool _findsRaces;

    internal CodeCheck(Assembly assembly, Func<WovenAssembly, bool, WovenProgram> read) =>
        (_assembly, _read) = (assembly, read);

    /// <summary>Types of these namespaces, of whichever assembly, are rewritten like the code under test.</summary>
    /// <param name="namespaces">Such as <c>System.Collections.Generic</c>, or the product's own.</param>
    public CodeCheck Including(params string[] namespaces)
    {
        _namespaces = [.. _namespaces, .. namespaces];
        return this;
    }

    /// <summary>From here on a data race between plain accesses is a violation.</summary>
    public CodeCheck WithRaces()
    {
        _findsRaces = true;
        return this;
    }

    /// <summary>Explores every execution.</summary>
    /// <exception cref="UnsupportedCodeException">The code does what is not modelled.</exception>
    public ExplorationResult Explore(ModelName model = Model.Dotnet) =>
        Explore(new ExplorationOptions { Model = model });

    /// <summary>Draws executions at random, for code with too many to visit; the result is never complete.</summary>
    /// <param name="count">How many, 1 or more.</param>
    /// <param name="model">The memory model.</param>
    /// <param name="seed">Seed of the first, 0 or more; each later one has the next.</param>
    /// <exception cref="UnsupportedCodeException">The code does what is not modelled.</exception>
    public ExplorationResult Sample(long count, ModelName model = Model.Dotnet, long seed = 1) =>
        Explore(new ExplorationOptions { Model = model, Sample = new SampleOptions { Count = count, Seed = seed } });

    /// <summary>Asserts that nothing forbidden happens in any execution.</summary>
    /// <exception cref="ExplorationAssertionException">Something does; the message shows the outcomes and an
    /// execution.</exception>
    /// <exception cref="UnsupportedCodeException">The code does what is not modelled.</exception>
    public CodeCheck Passes(params ModelName[] models) => ForEach(models, result => result.AssertPasses());

    /// <summary>Asserts that no execution shows some values together, such as <c>Consume=7 _count=0</c>.</summary>
    /// <exception cref="ExplorationAssertionException">One does.</exception>
    public CodeCheck Never(string values, params ModelName[] models) =>
        ForEach(models, result => result.AssertNever(values));

    /// <summary>Asserts that some execution shows some values together.</summary>
    /// <exception cref="ExplorationAssertionException">None does.</exception>
    public CodeCheck Sometimes(string values, params ModelName[] models) =>
        ForEach(models, result => result.AssertSometimes(values));

    private WovenScenario Declare() => new(_read(WovenAssembly.Of(_assembly, _namespaces), _findsRaces));

    private ExplorationResult Explore(ExplorationOptions options) => Explorer.Explore(Declare(), options);

    private CodeCheck ForEach(ModelName[] models, Action<ExplorationResult> assert)
    {
        WovenScenario scenario = Declare();
        foreach (ModelName model in models.Length == 0 ? [Model.Dotnet] : models)
        {
            assert(Explorer.Explore(scenario, new ExplorationOptions { Model = model }));
        }

        return this;
    }
}
