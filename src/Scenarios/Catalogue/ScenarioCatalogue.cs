using Scenarios.Arenas;
using Scenarios.CopyOnWrite;
using Scenarios.Ids;
using Scenarios.Lifecycle;
using Scenarios.Selection;
using Scenarios.Seqcount;

namespace Scenarios.Catalogue;

/// <summary>Every scenario of the tracker.</summary>
public static class ScenarioCatalogue
{
    private const TrackerParts SectionsAndReaders =
        TrackerParts.Seqcount | TrackerParts.WriteSection | TrackerParts.Reader;
    private const TrackerParts Mappings = TrackerParts.Seqcount | TrackerParts.WriteSection | TrackerParts.References;

    private static readonly ScenarioOptions Usual = ScenarioOptions.Default;

    /// <summary>The scenarios in the order of lists and tables.</summary>
    public static IReadOnlyList<ScenarioEntry> All { get; } =
    [
        Seqcount(new("seqcount", "Writers map once each; readers try once: no accepted snapshot is torn.",
            ReaderMode.TryOnce, _ => [1]), Usual),
        Seqcount(new("map-unmap", "Writers map and unmap; readers try once: no accepted snapshot is torn.",
            ReaderMode.TryOnce, _ => [1, -1]), Usual with { Writers = 1 }),
        Seqcount(new("batches", "Writers map batches of different size and unmap a part.", ReaderMode.TryOnce,
            writer => [2 + writer, -1]), Usual with { Writers = 1 }),
        Seqcount(new("hand-over", "One writer is exclusive, the other waits for it and shares.", ReaderMode.TryOnce,
            _ => [1]), With(Protocols.Exclusive)),
        Seqcount(new("hand-over-add", "The same with contenders that add instead of swapping.", ReaderMode.TryOnce,
            _ => [1]), With(Protocols.AddReturn)),
        Sharing(
            new("hand-over-words",
                "A writer that has found another one inside shares; the next may meet it, and gives way.",
                ReaderMode.TryOnce, _ => [1]),
            With(Protocols.TwoWord) with { Readers = 0 }),
        Sharing(
            new("give-way-words", "The same, and the one that shares comes again: whoever gave way must be seen.",
                ReaderMode.TryOnce, writer => writer == 0 ? [1, -1] : [1]),
            With(Protocols.TwoWord) with { Readers = 0 }),
        Sharing(
            new("share-words", "A writer that has found another one inside shares, and a reader tries once.",
                ReaderMode.TryOnce, _ => [1]),
            With(Protocols.TwoWord) with { Writers = 1 }),
        Seqcount(new("retry", "A reader retries until its snapshot is accepted.", ReaderMode.Retry, _ => [1]), Usual),
        Seqcount(new("bounded", "A reader tries twice, then gives up.", ReaderMode.Bounded, _ => [1]),
            Usual with { Writers = 1 }),
        Seqcount(new("decision", "A reader decides on behalf of MM 0 whether the folio is shared.", ReaderMode.Decide,
            writer => writer == 0 ? [1] : [1, -1]), Usual with { Writers = 2 }),
        Seqcount(
            new("wrap", "The sequence number wraps to 0.", ReaderMode.TryOnce, _ => [1]) { InitialNumber = -1 },
            Usual),
        Seqcount(
            new("beyond-p", "The mapcount rises above the page count and falls again.", ReaderMode.Decide,
                _ => [3, -3]) { MappedBefore = 2, IsSmallest = true },
            Usual with { Writers = 1 }),
        Reuse(new("reuse", "A copy-on-write fault asks for reuse while a child maps and unmaps.", IsPinned: false)),
        Reuse(new("pinned-reuse", "A copy-on-write fault asks for reuse of a folio that somebody has pinned.",
            IsPinned: true)),
        new(IdScenario.ScenarioName, IdScenario.Summary, Usual, options => new IdScenario(options))
        {
            Exercises = TrackerParts.Ids,
            Sizes = ScenarioSizes.Writers,
        },
        new(IdWrapScenario.ScenarioName, IdWrapScenario.Summary, Usual, options => new IdWrapScenario(options))
        {
            Exercises = TrackerParts.Ids,
            MostWriters = 2,
        },
        new(IdCacheScenario.ScenarioName, IdCacheScenario.Summary, Usual, options => new IdCacheScenario(options))
        {
            Exercises = TrackerParts.Ids,
            MostWriters = 2,
        },
        new(SlotScenario.ScenarioName, SlotScenario.Summary, Usual, options => new SlotScenario(options))
        {
            Exercises = TrackerParts.Slots,
            MostWriters = 2,
        },
        new(MmScenario.ScenarioName, MmScenario.Summary, Usual, options => new MmScenario(options))
        {
            Exercises = TrackerParts.Slots | TrackerParts.Mms,
            MostWriters = 1,
        },
        new(
            FolioArenaScenario.ScenarioName,
            FolioArenaScenario.Summary,
            Usual,
            options => new FolioArenaScenario(options))
        {
            Exercises = TrackerParts.Slots,
            MostWriters = 2,
        },
        OfAnyTracker(new(PublishScenario.ScenarioName, PublishScenario.Summary, Usual,
            options => new PublishScenario(options))
        {
            Exercises = TrackerParts.Reader,
            Sizes = ScenarioSizes.Values,
            MostWriters = 0,
        }),
        OfAnyTracker(new(SplitScenario.ScenarioName, SplitScenario.Summary, Usual,
            options => new SplitScenario(options))
        {
            Exercises = TrackerParts.Reader,
            MostWriters = 0,
        }),
        OfAnyTracker(new(
            ForkExitScenario.ScenarioName,
            ForkExitScenario.Summary,
            Usual with { Readers = 0 },
            options => new ForkExitScenario(options))
        {
            Exercises = Mappings | TrackerParts.Reader,
            Sizes = ScenarioSizes.Readers | ScenarioSizes.Values,
            MostReaders = 1,
            MostWriters = 2,
        }),
        Weak(new("weak-writer", "Writers with the weakest orders that suffice: the control of the weak canaries.",
            ReaderMode.TryOnce, _ => [1])),
    ];

    /// <summary>The scenario of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ScenarioEntry Find(string name) =>
        All.FirstOrDefault(entry => entry.Name == name) ?? throw new ArgumentException($"unknown scenario '{name}'");

    private static ScenarioOptions With(string protocol) =>
        Usual with { Tracker = Usual.Tracker with { Protocol = protocol } };

    private static ScenarioEntry Seqcount(SeqcountPlan plan, ScenarioOptions defaults) =>
        new(plan.Name, plan.Description, defaults, options => SeqcountSelector.Select(plan, options))
        {
            Exercises = SectionsAndReaders | TrackerParts.WeakSection,
            Sizes = ScenarioSizes.All,
            Protocols = Protocols.Names,
            Readings = TrackerSelection.Readings,
        };

    // Writer 0 shares without a look whether it may, which needs steps of two-word; it has no write section as a whole.
    private static ScenarioEntry Sharing(SeqcountPlan plan, ScenarioOptions defaults) =>
        new(plan.Name, plan.Description, defaults, options => SharingSelector.Select(plan, options))
        {
            Exercises = TrackerParts.Seqcount | TrackerParts.Reader,
            Sizes = ScenarioSizes.All,
            Readings = TrackerSelection.Readings,
        };

    private static ScenarioEntry Weak(SeqcountPlan plan) =>
        new(plan.Name, plan.Description, Usual, options => SeqcountSelector.SelectWeak(plan, options))
        {
            Exercises = TrackerParts.WeakSection | TrackerParts.Reader,
            Sizes = ScenarioSizes.All,
            Readings = TrackerSelection.Readings,
        };

    private static ScenarioEntry Reuse(ReusePlan plan) =>
        OfAnyTracker(new(plan.Name, plan.Description, Usual, options => new ReuseScenario(plan, options))
        {
            Exercises = Mappings | TrackerParts.Reader | TrackerParts.Reuse,
            Sizes = ScenarioSizes.Values,
            MostWriters = 1,
        });

    private static ScenarioEntry OfAnyTracker(ScenarioEntry entry) =>
        entry with { Protocols = Protocols.Names, Readings = TrackerSelection.Readings };
}
