using Atomics;
using Scenarios.Selection;
using Tracker.SubIds;

namespace Stress.Bench.Cases;

/// <summary>A scheme with one of its protocols, ready to be measured.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Protocol">How its writers meet, such as <c>exclusive</c> or <c>monitor</c>.</param>
internal sealed record BenchScheme(Scheme Scheme, string Protocol)
{
    /// <summary>Name on the command line, such as <c>rmap-id</c>.</summary>
    public string Name => Scheme.Name;

    /// <summary>The scheme's sub-IDs.</summary>
    public SubIdScheme SubIds => Scheme.SubIds;

    /// <summary>Name and protocol as one word, such as <c>rmap-id/exclusive</c>.</summary>
    public string Label => $"{Name}/{Protocol}";

    /// <summary>Sets up folios, MMs and one worker for each thread.</summary>
    public BenchBed CreateBed(BenchCase benchCase) =>
        Accept(BenchBed.CountFolios(benchCase), new BedMaker(SubIds, benchCase));

    /// <summary>Hands over its tracker, without stamps, so that loops over it are compiled for it alone.</summary>
    /// <param name="folios">Folios of the arena.</param>
    /// <param name="visitor">Receives the tracker.</param>
    public T Accept<T>(int folios, ITrackingVisitor<T> visitor) =>
        SchemeSelector.Select<HardwareMemory, T>(Scheme, new TrackerSelection(Protocol, IsStamped: false),
            folios, visitor);
}
