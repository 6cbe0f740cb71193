using Atomics.Programs;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace Exploration.Tests.Advice;

/// <summary>The scenarios by which the accesses of the tracker are judged.</summary>
internal static class AdvisedScenarios
{
    // One waits for ever where a weaker operation lets it, for longer than the others take; the other is a control.
    private static readonly string[] LeftOut = ["retry", "weak-writer"];

    /// <summary>
    /// Every scenario of the catalogue at its usual size, and writers of each protocol beside a reader of each kind.
    /// </summary>
    public static IReadOnlyList<ScenarioDeclaration> All { get; } =
    [
        .. ScenarioCatalogue.All.Where(entry => !LeftOut.Contains(entry.Name))
            .Select(entry => entry.Create(entry.Defaults)),
        .. from protocol in Protocols.Names
           from reading in TrackerSelection.Readings
           select Seqcount(protocol, reading, isStamped: false),
        Seqcount(Protocols.Shared, TrackerSelection.BarrierReading, isStamped: true),
        Seqcount(Protocols.TwoWord, TrackerSelection.BarrierReading, isStamped: true),
    ];

    private static ScenarioDeclaration Seqcount(string protocol, string reading, bool isStamped)
    {
        TrackerSelection tracker = new(protocol, reading, isStamped);
        ScenarioOptions size = new(Writers: 2, Readers: 1, Values: 1, tracker);
        return ScenarioCatalogue.Find("seqcount").Create(size);
    }
}
