using Scenarios.Selection;

namespace Scenarios.Canaries;

/// <summary>Every canary. <c>docs/CHECKERS.md</c> shows the table; tests hold it.</summary>
public static class CanaryCatalogue
{
    /// <summary>Every canary, in the order of lists and tables.</summary>
    public static IReadOnlyList<Canary> All { get; } =
    [
        new ReaderNoRecheck(),
        new ReaderIgnoresWriters(),
        new ReaderOneWriterBit(),
        new ReaderRecheckUnordered(),
        new ReaderFirstReadPlain(),
        new WriterBeginLate(),
        new WriterEndEarly(),
        new WriterNoStep(),
        new WriterBeginUnfenced(),
        new WriterEndRelaxed(),
        new MapcountTornAdd(),
        new SequenceTornAdd(),
        new ExclusiveNotAwaited(),
        new ExclusiveEndRelaxed(),
        new TwoWordNotLooked(),
        new TwoWordNotAwaited(),
        new TwoWordGiveBackTorn(),
        new TwoWordGiveBackFirst(),
        new TwoWordLeaveFirst(),
        new TwoWordRecheckSwapped(),
        new TwoWordLookPlain(),
        new TwoWordEndPlain(),
        new TwoWordShareRelease(),
        new TwoWordRecheckPlain(),
        new PatientNotAwaited(),
        new BatchCountIgnored(),
        new SubIdTooWide(),
        new IdHandedOutTwice(),
        new IdScanNeverWraps(),
        new SlotUntagged(),
        new MmPublishPlain(),
        new ReuseWithoutRecheck(),
        new ReuseIgnoresReferences(),
        new ReferenceAfterMapcount(),
    ];

    /// <summary>The canary of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Canary Find(string name) =>
        All.FirstOrDefault(canary => canary.Name == name) ?? throw new ArgumentException($"unknown canary '{name}'");
}
