using Atomics.Programs;
using Scenarios.Selection;

namespace Scenarios.Catalogue;

/// <summary>A scenario by name, with the size at which it is explored unless told otherwise.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Defaults">Its usual size and variant.</param>
/// <param name="Declare">Declares it in another size or variant, which fits it.</param>
public sealed record ScenarioEntry(
    string Name, string Description, ScenarioOptions Defaults, Func<ScenarioOptions, ScenarioDeclaration> Declare)
{
    /// <summary>The parts of the tracker whose steps it reaches.</summary>
    public TrackerParts Exercises { get; init; }

    /// <summary>The sizes that it can have in several ways.</summary>
    public ScenarioSizes Sizes { get; init; }

    /// <summary>Most readers that it can have, if it can have any number at all.</summary>
    public int MostReaders { get; init; } = ScenarioOptions.MaxReaders;

    /// <summary>Most writers that it can have inside of their sections at once.</summary>
    public int MostWriters { get; init; } = ScenarioOptions.MaxWriters;

    /// <summary>The protocols that it can have; its own alone if nothing in it depends on the protocol.</summary>
    public IReadOnlyList<string> Protocols { get; init; } = [Defaults.Tracker.Protocol];

    /// <summary>The readings that it can have.</summary>
    public IReadOnlyList<string> Readings { get; init; } = [TrackerSelection.BarrierReading];

    /// <summary>
    /// The usual size and variant with a canary: its own protocol, if the canary's step is in it, else the canary's.
    /// </summary>
    public ScenarioOptions DefaultsWith(Canary canary)
    {
        string own = Defaults.Tracker.Protocol;
        string protocol = canary.FitsProtocols.Contains(own) ? own : canary.Protocol;
        return Defaults with
        {
            Readers = Math.Max(Defaults.Readers, canary.MinReaders),
            Tracker = Defaults.Tracker with { Protocol = protocol, Canary = canary },
        };
    }

    /// <summary>The first of the options that does not fit this scenario and the others; null if all fit.</summary>
    public Misfit? FindMisfit(ScenarioOptions options) => ScenarioFit.Check(this, options);

    /// <summary>Declares it in another size or variant.</summary>
    /// <exception cref="ArgumentException">An option does not fit.</exception>
    public ScenarioDeclaration Create(ScenarioOptions options)
    {
        Fit.Require(FindMisfit(options));
        return Declare(options);
    }
}
