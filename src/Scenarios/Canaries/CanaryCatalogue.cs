using Scenarios.Selection;

namespace Scenarios.Canaries;

/// <summary>Every canary. <c>docs/CHECKERS.md</c> shows the table; tests hold it.</summary>
public static class CanaryCatalogue
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Canary> All { get; } =
    [
        new("reader-no-recheck", "The reader never looks at the sequence again.", Visibility.SequentiallyConsistent),
        new("reader-ignores-writers", "The reader starts although writers are inside.", Visibility.SequentiallyConsistent),
        new("reader-one-writer-bit", "The reader tests one bit of the writer count.", Visibility.SequentiallyConsistent) { MinWriters = 2, Preemptions = 2 },
        new("reader-recheck-unordered", "No barrier before the reader's recheck.", Visibility.WeakMemory) { Workload = null, Preemptions = null },
        new("reader-first-read-plain", "The reader's first look at the sequence is plain.", Visibility.WeakMemory) { Workload = null, Preemptions = null },
        new("writer-begin-late", "The section begins after its first update.", Visibility.SequentiallyConsistent),
        new("writer-end-early", "The section ends before its last update.", Visibility.SequentiallyConsistent),
        new("writer-no-step", "The section's end does not advance the sequence.", Visibility.SequentiallyConsistent),
        new("writer-begin-unfenced", "A weak writer without the barrier behind its begin.", Visibility.ModelOnly) { Workload = null, Preemptions = null },
        new("writer-end-relaxed", "A weak writer whose end orders nothing.", Visibility.ModelOnly) { Workload = null, Preemptions = null },
        new("mapcount-torn-add", "The mapcount is updated by load and store.", Visibility.SequentiallyConsistent) { MinWriters = 2 },
        new("sequence-torn-add", "The sequence is updated by load and store.", Visibility.SequentiallyConsistent) { MinWriters = 2 },
        new("exclusive-not-awaited", "A shared writer does not wait for the exclusive one.", Visibility.SequentiallyConsistent) { Protocol = Protocols.Exclusive, MinWriters = 2 },
        new("exclusive-end-relaxed", "The exclusive writer's last add orders nothing.", Visibility.ModelOnly) { Protocol = Protocols.Exclusive, Workload = null, Preemptions = null },
        new("two-word-not-looked", "A writer that has taken the exclusive bit does not look for shared writers.", Visibility.SequentiallyConsistent) { Protocol = Protocols.TwoWord, Scenario = "hand-over-words", MinWriters = 2, Preemptions = 3 },
        new("two-word-not-awaited", "A shared writer does not wait for the exclusive one.", Visibility.SequentiallyConsistent) { Protocol = Protocols.TwoWord, MinWriters = 2 },
        new("two-word-give-back-torn", "A writer that gives way returns the exclusive bit by load and store.", Visibility.SequentiallyConsistent) { Protocol = Protocols.TwoWord, Scenario = "hand-over-words", MinWriters = 2, Preemptions = 3 },
        new("two-word-give-back-first", "A writer that gives way returns the exclusive bit before it is counted.", Visibility.SequentiallyConsistent) { Protocol = Protocols.TwoWord, Scenario = "give-way-words", MinWriters = 2, Preemptions = 4 },
        new("two-word-leave-first", "A shared writer leaves the count before it advances the sequence.", Visibility.SequentiallyConsistent) { Protocol = Protocols.TwoWord, Scenario = "share-words", MinWriters = 2 },
        new("two-word-recheck-swapped", "The reader's recheck reads the number before the count.", Visibility.SequentiallyConsistent) { Protocol = Protocols.TwoWord, Scenario = "share-words", MinWriters = 2, Preemptions = 2 },
        new("two-word-look-plain", "The look for shared writers keeps nothing behind it.", Visibility.WeakMemory) { Protocol = Protocols.TwoWord, Scenario = "hand-over-words", Workload = null, Preemptions = null },
        new("two-word-end-plain", "The exclusive writer's last store orders nothing.", Visibility.WeakMemory) { Protocol = Protocols.TwoWord, Workload = null, Preemptions = null },
        new("two-word-recheck-plain", "The recheck's read of the count keeps nothing behind it.", Visibility.WeakMemory) { Protocol = Protocols.TwoWord, Scenario = "share-words", Workload = null, Preemptions = null },
        new("batch-count-ignored", "The exclusive path of a folio with one value adds the sub-ID without the count (patch 17).", Visibility.Arithmetic)
        {
            Protocol = Protocols.Exclusive,
            Scenario = "batches",
            Workload = "churn",
            Order = 2,
            Scheme = "rmap-id-compact",
            Preemptions = 0,
        },
        new("sub-id-too-wide", "Eight bits a value for orders 6 to 9, as posted: digits carry (patch 11).", Visibility.Arithmetic)
        {
            Scenario = null,
            Workload = "one-hot",
            Scheme = "rmap-id-posted",
            Preemptions = 0,
        },
        new("id-handed-out-twice", "A free rmap ID is claimed by load and store.", Visibility.SequentiallyConsistent) { Scenario = "ids", Workload = "ids", MinWriters = 2 },
        new("reuse-without-recheck", "Copy-on-write reuse does not look at the sequence again.", Visibility.SequentiallyConsistent) { Scenario = "reuse", Workload = "fork-exit", Preemptions = 2 },
        new("reuse-ignores-references", "Copy-on-write reuse ignores other references.", Visibility.SequentiallyConsistent) { Preemptions = 0, Scenario = "pinned-reuse", Workload = "pinners" },
        new("reference-after-mapcount", "A mapping's reference is taken after the mapcount rose.", Visibility.SequentiallyConsistent) { Scenario = "pinned-reuse", Workload = "pinners" },
    ];

    /// <summary>The canary of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Canary Find(string name) =>
        All.FirstOrDefault(canary => canary.Name == name) ?? throw new ArgumentException($"unknown canary '{name}'");
}
