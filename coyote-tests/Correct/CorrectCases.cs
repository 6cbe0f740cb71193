using Scenarios.Catalogue;
using Scenarios.Selection;

namespace CoyoteTests.Correct;

/// <summary>The correct variants that are explored: every scenario under every protocol, and the sizes of the snapshot.</summary>
internal static class CorrectCases
{
    public static IReadOnlyList<CorrectCase> All { get; } =
    [
        .. Every(Protocols.Shared),
        .. Every(Protocols.Exclusive),
        .. Every(Protocols.AddReturn),
        .. Every(Protocols.TwoWord),
        .. Sizes(Protocols.Shared),
        .. Sizes(Protocols.Exclusive),
        .. Sizes(Protocols.AddReturn),
        .. Sizes(Protocols.TwoWord),
    ];

    /// <summary>Whether a variant is explored by every strategy, not by the portfolio alone: two writers and a reader, each protocol.</summary>
    public static bool IsCore(CorrectCase variant) =>
        variant.Scenario == "seqcount" && variant.Options is { Writers: 2, Readers: 1, Values: 1 };

    // Some scenarios have a protocol of their own, and some have none.
    private static IEnumerable<CorrectCase> Every(string protocol) => ScenarioCatalogue.All
        .Where(entry => protocol == entry.Defaults.Tracker.Protocol || HasProtocol(entry))
        .Select(entry => new CorrectCase(entry.Name, entry.Defaults with { Tracker = entry.Defaults.Tracker with { Protocol = protocol } }));

    private static bool HasProtocol(ScenarioEntry entry) =>
        entry.Defaults.Tracker.Protocol == Protocols.Shared && entry.Name is not ("ids" or "weak-writer");

    private static IEnumerable<CorrectCase> Sizes(string protocol)
    {
        ScenarioOptions usual = ScenarioOptions.Default with { Tracker = new TrackerSelection(protocol, IsStamped: false) };
        foreach ((int writers, int readers) in new[] { (1, 1), (1, 2), (2, 2), (3, 1), (4, 2) })
        {
            yield return new CorrectCase("seqcount", usual with { Writers = writers, Readers = readers });
        }

        foreach (int values in new[] { 2, 3, 4, 5, 6 })
        {
            yield return new CorrectCase("seqcount", usual with { Values = values });
        }
    }
}
