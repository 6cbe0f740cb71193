using Atomics.Programs;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace CoyoteTests.Correct;

/// <summary>A correct variant of a scenario.</summary>
/// <param name="Scenario">Name in the catalogue.</param>
/// <param name="Options">Size and variant.</param>
internal sealed record CorrectCase(string Scenario, ScenarioOptions Options)
{
    private static readonly string[] OneSection = ["seqcount", "wrap", "hand-over", "hand-over-add", "weak-writer"];
    private static readonly string[] TriesOnce = ["seqcount", "wrap", "hand-over", "hand-over-add",
        "map-unmap", "batches"];

    /// <summary>The variant in one line: scenario, protocol, writers, readers, values, and what is unusual.</summary>
    public string Name { get; } = string.Join(' ', VariantName.Words(Scenario, Options));

    /// <summary>
    /// Distinct outcomes that must be seen: all where their number is known, else about what a thousand schedules show.
    /// </summary>
    public int MinOutcomes => (Scenario, Options.Writers, Options.Readers) switch
    {
        _ when OneSection.Contains(Scenario) =>
            OneSectionEach(Options.Writers, Options.Readers)
                / (Options.Tracker.Protocol is Protocols.TwoWord or Protocols.Patient ? 2 : 1),
        // A writer that waits before it shares shares seldom, and a reader between the two is seldom seen.
        ("map-unmap" or "batches", > 1, _) when Options.Tracker.Protocol == Protocols.Patient =>
            5 * Options.Writers / 2,
        ("map-unmap" or "batches", 1, _) => 4,
        ("map-unmap" or "batches", 2, _) => 9,
        ("map-unmap" or "batches", 3, _) => 15,
        ("map-unmap" or "batches", _, _) => 60,
        ("decision", _, 1) => 5,
        ("decision", _, _) => 25,
        ("ids", 2, _) => 6,
        ("ids", _, _) => 50,
        ("bounded", 1, _) => 3,
        ("bounded", _, _) => 20,
        ("fork-exit", _, 1) => 10,
        ("reuse", _, _) => 6,
        ("beyond-p" or "retry" or "split", _, _) => 4,
        ("pinned-reuse" or "share-words", _, _) => 3,
        ("hand-over-words" or "give-way-words", _, _) => 1,
        ("fork-exit" or "publish" or "ids-wrap" or "id-cache" or "slots" or "mms" or "folios", _, _) => 2,
        _ => throw new InvalidOperationException($"It is not said how many outcomes of '{Scenario}' must be seen."),
    };

    /// <summary>
    /// Whether a wait is a hand-over: a reader that tries once never waits, a writer does only behind an exclusive one.
    /// </summary>
    public bool HandsOver =>
        TriesOnce.Contains(Scenario) && Options is { Writers: > 1, Tracker.Protocol: not Protocols.Shared };

    /// <summary>Declares the scenario.</summary>
    public ScenarioDeclaration Create() => ScenarioCatalogue.Find(Scenario).Create(Options);

    /// <summary>Distinct schedules that must be seen: fewer where two actors have little to do.</summary>
    /// <param name="actors">Actors of the scenario.</param>
    public int MinSchedules(int actors) => Scenario == "publish" ? 10 : actors == 2 ? 30 : 80;

    /// <inheritdoc/>
    public override string ToString() => Name;

    // A reader that tries once is rejected or sees a set of finished sections; what two readers see is ordered by
    // inclusion. With four writers and two readers 1 000 schedules are too few to see all, and two words take more
    // steps for the same: at random half of what two writers and a reader can show was seen.
    private static int OneSectionEach(int writers, int readers)
    {
        int sets = 1 << writers;
        int ordered = (2 * (int)Math.Pow(3, writers)) - sets;
        int all = readers == 1 ? 1 + sets : 1 + (2 * sets) + ordered;
        return writers == 4 ? all / 2 : all;
    }
}
