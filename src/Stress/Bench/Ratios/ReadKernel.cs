using Atomics;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Stress.Bench.Ratios;

/// <summary>Snapshots of an idle folio.</summary>
/// <typeparam name="TSeqcount">The protocol.</typeparam>
/// <typeparam name="TRead">How reads are ordered.</typeparam>
internal sealed record SnapshotKernel<TSeqcount, TRead>(string Name, KernelBed Bed) : Kernel(Name)
    where TSeqcount : struct, ISeqcount
    where TRead : struct, ISnapshotRead
{
    /// <summary>What was read, so that no read is left out.</summary>
    public long Sum { get; private set; }

    /// <inheritdoc/>
    public override void Run(int pairs)
    {
        Folio folio = Bed.Folio;
        long sum = 0;
        for (int read = 0; read < 2 * pairs; read++)
        {
            if (SnapshotReader<HardwareMemory, TRead>.TryRead(folio, TSeqcount.Format.WritersMask,
                out Snapshot snapshot) == ReadResult.Accepted)
            {
                sum += snapshot.Mapcount + snapshot.Values[3];
            }
        }

        Sum += sum;
    }
}
