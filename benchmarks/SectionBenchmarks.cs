using Atomics;
using BenchmarkDotNet.Attributes;
using Tracker.Folios;
using Tracker.Seqcount;
using Tracker.SubIds;
using Tracker.Writing;

namespace Benchmarks;

/// <summary>
/// A write section alone, without references, and the same accesses by hand: what the memory parameter costs. Two
/// operations a call: one page mapped, one unmapped.
/// </summary>
public unsafe class SectionBenchmarks
{
    private const int Operations = 2;
    private Bed _bed = new(SubIdScheme.RmapId, 9);

    [GlobalSetup]
    public void SetUp() => _bed = new Bed(SubIdScheme.RmapId, 9);

    [Benchmark(OperationsPerInvoke = Operations)]
    public void Shared() => Both<WriteSection<SharedSeqcount<Unstamped>>>();

    [Benchmark(OperationsPerInvoke = Operations)]
    public void Exclusive() => Both<WriteSection<ExclusiveSeqcount<Unstamped>>>();

    [Benchmark(OperationsPerInvoke = Operations)]
    public void ExclusiveStamped() => Both<WriteSection<ExclusiveSeqcount<Stamped>>>();

    [Benchmark(OperationsPerInvoke = Operations)]
    public void AddReturn() => Both<WriteSection<AddReturnSeqcount<Unstamped>>>();

    [Benchmark(OperationsPerInvoke = Operations)]
    public void SharedByHand()
    {
        ByHand(1);
        ByHand(-1);
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public void BareAtomicAdd()
    {
        Interlocked.Add(ref _bed.Folio.State->References, 1);
        Interlocked.Add(ref _bed.Folio.State->References, -1);
    }

    private void Both<TSection>() where TSection : struct, IWriteSection
    {
        Folio folio = _bed.Folio;
        long* subIds = _bed.Mm.SubIdsFor<HardwareMemory>(folio);
        TSection.Apply<HardwareMemory>(folio, subIds, 1);
        TSection.Apply<HardwareMemory>(folio, subIds, -1);
    }

    private void ByHand(int count)
    {
        FolioState* state = _bed.Folio.State;
        long* subIds = _bed.Mm.SubIdsFor<HardwareMemory>(_bed.Folio);
        Interlocked.Add(ref state->Sequence, 1);
        Interlocked.Add(ref state->MapcountMinusOne, count);
        int values = _bed.Folio.Shape.ValueCount;
        for (int value = 0; value < values; value++)
        {
            Interlocked.Add(ref state->Values[value], subIds[value] * count);
        }

        Interlocked.Add(ref state->Sequence, (1 << 16) - 1);
    }
}
