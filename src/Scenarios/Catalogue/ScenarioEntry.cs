using Atomics.Programs;

namespace Scenarios.Catalogue;

/// <summary>A scenario by name, with the size at which it is explored unless told otherwise.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Defaults">Its usual size and variant.</param>
/// <param name="Create">Declares it in another size or variant.</param>
public sealed record ScenarioEntry(
    string Name, string Description, ScenarioOptions Defaults, Func<ScenarioOptions, ScenarioDeclaration> Create);
