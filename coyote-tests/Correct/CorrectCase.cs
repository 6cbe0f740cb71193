using Atomics.Programs;
using Scenarios.Catalogue;

namespace CoyoteTests.Correct;

/// <summary>A correct variant of a scenario.</summary>
/// <param name="Scenario">Name in the catalogue.</param>
/// <param name="Options">Size and variant.</param>
internal sealed record CorrectCase(string Scenario, ScenarioOptions Options)
{
    /// <summary>The variant in one line: scenario, protocol, writers, readers, values.</summary>
    public string Name { get; } =
        $"{Scenario} {Options.Tracker.Protocol} {Options.Writers}W {Options.Readers}R {Options.Values}V";

    /// <summary>Distinct outcomes that must be seen.</summary>
    public int MinOutcomes => Scenario switch
    {
        "seqcount" or "wrap" or "hand-over" or "hand-over-add" or "weak-writer" => OneSectionEach(Options.Writers, Options.Readers),
        "reuse" or "decision" or "ids" => 6,
        "map-unmap" or "batches" or "beyond-p" or "retry" or "split" => 4,
        "hand-over-words" or "give-way-words" => 1,
        "bounded" or "pinned-reuse" or "share-words" => 3,
        _ => 2,
    };

    public ScenarioDeclaration Create() => ScenarioCatalogue.Find(Scenario).Create(Options);

    public override string ToString() => Name;

    // A reader that tries once is rejected or sees a set of finished sections; what two readers see is ordered by inclusion.
    // With four writers and two readers 1 000 schedules are too few to see all.
    private static int OneSectionEach(int writers, int readers)
    {
        int sets = 1 << writers;
        int ordered = (2 * (int)Math.Pow(3, writers)) - sets;
        int all = readers == 1 ? 1 + sets : 1 + (2 * sets) + ordered;
        return writers == 4 ? all / 2 : all;
    }
}
