using Atomics;
using Tracker.AddressSpaces;
using Tracker.Arenas;
using Tracker.Folios;
using Tracker.Ids;
using Tracker.SubIds;
using Tracker.Tracking;

namespace Stress.Bench.Cases;

/// <summary>The folios, MMs and workers of one case.</summary>
internal sealed unsafe class BenchBed : IDisposable
{
    /// <summary>
    /// Distance of unpadded neighbours in bytes: the words of a folio end there, so that the next one begins on the
    /// same line.
    /// </summary>
    public const int UnpaddedBytes = FolioState.WordsBytes;

    private const int FirstId = 4096;
    private readonly NativeBlock _block;
    private readonly TrackerDomain<HardwareMemory> _domain;
    private readonly RmapIdAllocator<HardwareMemory, AtomicBitClaim> _ids = new(FirstId);

    /// <summary>Sets up published, unmapped folios, and an MM for each thread and for the parent.</summary>
    public BenchBed(SubIdScheme scheme, ITracking tracking, BenchCase benchCase)
    {
        Case = benchCase;
        int folios = CountFolios(benchCase);
        int stride = benchCase.Pattern.Kind == PatternKind.PrivateUnpadded ? UnpaddedBytes : FolioState.SizeBytes;
        _block = new NativeBlock(((long)folios * stride) + FolioState.SizeBytes);
        _domain = new TrackerDomain<HardwareMemory>(scheme, tracking, _ids, folios: 1, mms: benchCase.Threads + 1);
        Folios = [.. Enumerable.Range(0, folios).Select(index => Publish(scheme, tracking, index, stride))];
        Mms = [.. Enumerable.Range(0, benchCase.Threads + 1).Select(_ => Make())];
    }

    /// <summary>The case.</summary>
    public BenchCase Case { get; }

    /// <summary>The folios.</summary>
    public Folio[] Folios { get; }

    /// <summary>An MM for each thread, then the parent.</summary>
    public AddressSpace[] Mms { get; }

    /// <summary>One for each thread.</summary>
    public IReadOnlyList<BenchWorker> Workers { get; set; } = [];

    /// <summary>Folios of a case: one for each thread, or those of its pattern.</summary>
    public static int CountFolios(BenchCase benchCase) =>
        benchCase.Pattern.Kind is PatternKind.Private or PatternKind.PrivateUnpadded
            ? benchCase.Threads
            : benchCase.Pattern.Folios;

    /// <summary>The folios that a thread works on: its own, or all.</summary>
    public Folio[] FoliosOf(int thread) => Case.Pattern.Kind is PatternKind.Private or PatternKind.PrivateUnpadded
        ? [Folios[thread]]
        : Folios;

    /// <inheritdoc/>
    public void Dispose()
    {
        _block.Dispose();
        _domain.Dispose();
        _ids.Dispose();
    }

    // Past an arena, in which no two folios share a line.
    private Folio Publish(SubIdScheme scheme, ITracking tracking, int index, int stride)
    {
        Folio folio = new((FolioState*)(_block.Start + ((long)index * stride)));
        folio.State->Index = index;
        FolioPreparation.Prepare<HardwareMemory>(
            folio, FolioShape.Of(Case.Order, scheme.ClassOf(Case.Order)), incarnation: 1, tracking.Format.Layout,
            idleWord: 0);
        FolioPublication.Publish<HardwareMemory>(folio, references: 1);
        return folio;
    }

    private AddressSpace Make() => _domain.Mms.TryMake(out AddressSpace mm) == MakeResult.Made
        ? mm
        : throw new InvalidOperationException("the bench's arena is too small for its MMs");
}
