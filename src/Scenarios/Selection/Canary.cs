
namespace Scenarios.Selection;

/// <summary>
/// A deliberately broken variant: one step of the correct code replaced. It says what it fits, and whoever selects the
/// tracker's types asks it for the one that it replaces.
/// </summary>
/// <param name="name">Name on the command line.</param>
/// <param name="step">The step replaced, in one sentence.</param>
/// <param name="replaces">The part of the tracker that the step belongs to.</param>
public abstract class Canary(string name, string step, TrackerParts replaces)
{
    /// <summary>Name on the command line.</summary>
    public string Name { get; } = name;

    /// <summary>The step replaced, in one sentence.</summary>
    public string Step { get; } = step;

    /// <summary>
    /// The part of the tracker that the step belongs to: a scenario that does not exercise it cannot show the canary.
    /// </summary>
    public TrackerParts Replaces { get; } = replaces;

    /// <summary>Who can see it.</summary>
    public virtual Visibility Visibility => Visibility.SequentiallyConsistent;

    /// <summary>Whether weak memory alone shows it, which neither x86 nor Coyote has.</summary>
    public bool IsWeak => Visibility is Visibility.WeakMemory or Visibility.ModelOnly;

    /// <summary>The protocols that have the step, the one to show it first.</summary>
    public virtual IReadOnlyList<string> FitsProtocols => Protocols.Names;

    /// <summary>The readings that have the step.</summary>
    public virtual IReadOnlyList<string> FitsReadings => TrackerSelection.Readings;

    /// <summary>The schemes that have the step.</summary>
    public virtual IReadOnlyList<string> FitsSchemes => Schemes.OfTheTracker;

    /// <summary>Most rmap values of a folio with which the step is reached, 1 to 6.</summary>
    public virtual int MaxValues => ScenarioOptions.MaxValues;

    /// <summary>The protocol that it breaks, unless another one is asked for.</summary>
    public string Protocol => FitsProtocols[0];

    /// <summary>
    /// The scenario (<c>explore</c>, Coyote) that shows it, or null if it takes more mappings than a scenario makes.
    /// </summary>
    public virtual string? Scenario => "seqcount";

    /// <summary>The workload of <c>run</c> that shows it, or null if x86 cannot.</summary>
    public virtual string? Workload => IsWeak ? null : "hot";

    /// <summary>The order that shows it in a run.</summary>
    public virtual int Order => 9;

    /// <summary>The scheme that shows it in a run.</summary>
    public virtual string Scheme => Schemes.RmapId.Name;

    /// <summary>Writers that must be inside at once for it to show.</summary>
    public virtual int MinWriters => 1;

    /// <summary>Readers that a scenario must have for the step to be reached.</summary>
    public int MinReaders => Replaces == TrackerParts.Reader ? 1 : 0;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
