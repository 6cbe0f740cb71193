using Atomics;
using Tracker.Folios;
using Tracker.Reading;

namespace Stress.Bench.Ratios;

/// <summary>Which hand-written loop runs.</summary>
internal enum HandLoop
{
    /// <summary>Sections of protocol <c>shared</c>.</summary>
    Shared,

    /// <summary>Sections of protocol <c>exclusive</c>.</summary>
    Exclusive,

    /// <summary>Sections of protocol <c>two-word</c>.</summary>
    TwoWord,

    /// <summary>Snapshots.</summary>
    Snapshot,

    /// <summary>
    /// The atomic adds of a shared section and nothing else: two on the sequence, the mapcount, four values.
    /// </summary>
    SevenAdds,

    /// <summary>One atomic add.</summary>
    BareAdd,
}

/// <summary>A hand-written loop.</summary>
internal sealed unsafe record HandKernel(string Name, KernelBed Bed, HandLoop Loop) : Kernel(Name)
{
    /// <summary>What was read, so that no read is left out.</summary>
    public long Sum { get; private set; }

    /// <inheritdoc/>
    public override void Run(int pairs)
    {
        FolioState* state = Bed.Folio.State;
        long* subIds = Bed.Mm.SubIdsFor<HardwareMemory>(Bed.Folio);
        switch (Loop)
        {
            case HandLoop.Shared: RunShared(state, subIds, pairs); break;
            case HandLoop.Exclusive: RunExclusive(state, subIds, pairs); break;
            case HandLoop.TwoWord: RunTwoWord(state, subIds, pairs); break;
            case HandLoop.Snapshot: RunSnapshot(state, pairs); break;
            case HandLoop.SevenAdds: RunSevenAdds(state, subIds, pairs); break;
            case HandLoop.BareAdd: RunBareAdd(state, pairs); break;
            default: throw new InvalidOperationException($"no loop {Loop}");
        }
    }

    private static void RunShared(FolioState* state, long* subIds, int pairs)
    {
        for (int pair = 0; pair < pairs; pair++)
        {
            HandWritten.Shared(state, subIds, 1);
            HandWritten.Shared(state, subIds, -1);
        }
    }

    private static void RunExclusive(FolioState* state, long* subIds, int pairs)
    {
        for (int pair = 0; pair < pairs; pair++)
        {
            HandWritten.Exclusive(state, subIds, 1);
            HandWritten.Exclusive(state, subIds, -1);
        }
    }

    private static void RunTwoWord(FolioState* state, long* subIds, int pairs)
    {
        for (int pair = 0; pair < pairs; pair++)
        {
            HandWritten.TwoWord(state, subIds, 1);
            HandWritten.TwoWord(state, subIds, -1);
        }
    }

    private static void RunSevenAdds(FolioState* state, long* subIds, int pairs)
    {
        for (int section = 0; section < 2 * pairs; section++)
        {
            Interlocked.Add(ref state->Sequence, 1);
            Interlocked.Add(ref state->MapcountMinusOne, 1);
            Interlocked.Add(ref state->Values[0], subIds[0]);
            Interlocked.Add(ref state->Values[1], subIds[1]);
            Interlocked.Add(ref state->Values[2], subIds[2]);
            Interlocked.Add(ref state->Values[3], subIds[3]);
            Interlocked.Add(ref state->Sequence, -1);
        }
    }

    private static void RunBareAdd(FolioState* state, int pairs)
    {
        for (int add = 0; add < 2 * pairs; add++)
        {
            Interlocked.Add(ref state->Sequence, 1);
        }
    }

    private void RunSnapshot(FolioState* state, int pairs)
    {
        long sum = 0;
        for (int read = 0; read < 2 * pairs; read++)
        {
            if (HandWritten.TryRead(state, out Snapshot snapshot) == ReadResult.Accepted)
            {
                sum += snapshot.Mapcount + snapshot.Values[3];
            }
        }

        Sum += sum;
    }
}
