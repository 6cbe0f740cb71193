using Scenarios.Catalogue;
using Scenarios.Selection;

namespace CoyoteTests.Correct;

/// <summary>The correct variants that are explored: every scenario under every protocol, in several sizes.</summary>
internal static class CorrectCases
{
    /// <summary>All of them, each once.</summary>
    public static IReadOnlyList<CorrectCase> All { get; } =
    [
        .. Protocols.All.SelectMany(protocol => Every(protocol.Name)),
        .. Protocols.All.SelectMany(protocol => Sizes(protocol.Name)),
        Sized("ids", Protocols.Shared, writers: 3),
    ];

    /// <summary>
    /// Whether a variant is explored by every strategy, not by the portfolio alone: two writers and a reader, each
    /// protocol.
    /// </summary>
    public static bool IsCore(CorrectCase variant) =>
        variant.Scenario == "seqcount"
            && variant.Options is
            {
                Writers: 2, Readers: 1, Values: 1,
                Tracker: { IsStamped: false, Reading: TrackerSelection.BarrierReading }
            };

    /// <summary>
    /// Whether the quick tier leaves a variant to the long one: it lies between a smaller and a larger variant, which
    /// are explored under the same protocol.
    /// </summary>
    public static bool IsBetween(CorrectCase variant) => (variant.Scenario, variant.Options) switch
    {
        ("seqcount" or "map-unmap" or "batches", { Writers: 3 }) => true,
        ("seqcount", { Values: 3 or 4 or 5 }) => true,
        ("decision", { Values: 5 }) => true,
        _ => false,
    };

    // Some scenarios have a protocol of their own, and some have none.
    private static IEnumerable<CorrectCase> Every(string protocol) => ScenarioCatalogue.All
        .Where(entry => protocol == entry.Defaults.Tracker.Protocol
            || (entry.Defaults.Tracker.Protocol == Protocols.Shared && entry.Protocols.Contains(protocol)))
        .Select(entry => Sized(entry.Name, protocol));

    private static IEnumerable<CorrectCase> Sizes(string protocol) =>
    [
        .. from size in new[] { (1, 1), (1, 2), (2, 2), (3, 1), (4, 2) }
           select Sized("seqcount", protocol, size.Item1, size.Item2),
        .. from values in new[] { 2, 3, 4, 5, 6 } select Sized("seqcount", protocol, values: values),
        .. from scenario in new[] { "map-unmap", "batches" }
           from size in new[] { (2, 1), (3, 1), (4, 2) }
           select Sized(scenario, protocol, size.Item1, size.Item2),
        .. from values in new[] { 4, 5, 6 } select Sized("decision", protocol, values: values),
        Sized("decision", protocol, readers: 2),
        Sized("bounded", protocol, writers: 2, readers: 2),
        Sized("fork-exit", protocol, readers: 1),
        .. from tracker in new[] { new TrackerSelection(protocol),
            new TrackerSelection(protocol, TrackerSelection.AcquireReading, IsStamped: false) }
           select new CorrectCase("seqcount", ScenarioOptions.Default with { Tracker = tracker }),
    ];

    // What is not given is as usual for the scenario.
    private static CorrectCase Sized(string scenario, string protocol, int? writers = null, int? readers = null,
        int? values = null)
    {
        ScenarioOptions usual = ScenarioCatalogue.Find(scenario).Defaults;
        return new CorrectCase(scenario, usual with
        {
            Writers = writers ?? usual.Writers,
            Readers = readers ?? usual.Readers,
            Values = values ?? usual.Values,
            Tracker = usual.Tracker with { Protocol = protocol },
        });
    }
}
