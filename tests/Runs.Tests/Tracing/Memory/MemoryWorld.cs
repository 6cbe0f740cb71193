using Atomics;
using Runs.Auditing;
using Runs.Recording;
using Runs.Tracing.Events;
using Runs.Tracing.Memory;
using Runs.Tracing.Replay;
using Runs.Workloads;
using Runs.Worlds;
using Scenarios.Selection;
using Tracker.Folios;
using Tracker.Ids;
using Tracker.Reading;
using Shipped = Tracker.Tracking.RmapTracking<
    Atomics.HardwareMemory,
    Tracker.Writing.WriteSection<Tracker.Seqcount.ExclusiveSeqcount<Tracker.Seqcount.Stamped>>,
    Tracker.Reading.BarrierRead>;

namespace Runs.Tests.Tracing.Memory;

/// <summary>Processes whose memory is simulated step by step, on the test's thread.</summary>
internal sealed class MemoryWorld : IDisposable
{
    private readonly RmapIdAllocator<HardwareMemory, AtomicBitClaim> _ids = new();
    private readonly World _world;
    private readonly CountedIds _countedIds;
    private readonly Recorder<Shipped> _recorder;
    private readonly Simulator<Shipped> _simulator;
    private readonly FolioBoard _board;
    private readonly TablePool _pool = new();

    public MemoryWorld(int order = 4, int folios = 256, int? greatestOrder = null)
    {
        OrderRange orders = new(order, greatestOrder ?? order);
        _world = new World(new WorldPlan(TrackerView.Of(Schemes.RmapId, default(Shipped)), _ids, folios, Mms: 64));
        _countedIds = new CountedIds(_world.Ids);
        _recorder = new Recorder<Shipped>(_world, default, _countedIds);
        _board = new FolioBoard(folios, writers: 1);
        _simulator = new Simulator<Shipped>(_world, _recorder, orders, _board, worker: 0);
    }

    public TraceCounts Counts => _simulator.Counts;

    public int IdsOut => _ids.MaxId - _ids.FreeCount;

    /// <summary>The first thing that is left now that every process has ended, or null.</summary>
    public Violation? Leftover => new Leftovers(_world, _board, _countedIds).Find();

    public ProcessMemory<Shipped> NewProcess()
    {
        ProcessMemory<Shipped> process = new(_pool);
        process.Begin(_simulator);
        return process;
    }

    public ProcessMemory<Shipped> Fork(ProcessMemory<Shipped> parent)
    {
        ProcessMemory<Shipped> child = new(_pool);
        child.BeginAsChild(parent, _simulator);
        return child;
    }

    public void Write(ProcessMemory<Shipped> process, long page) => process.Write(page, _simulator);

    public void CopyOnWrite(ProcessMemory<Shipped> process, long page) => process.CopyOnWrite(page, _simulator);

    public void Map(ProcessMemory<Shipped> process, long page, long pages, bool isPrivate = true) =>
        process.Map(page, pages, isPrivate, _simulator);

    public void Unmap(ProcessMemory<Shipped> process, long page, long pages) => process.Unmap(page, pages, _simulator);

    public void Discard(ProcessMemory<Shipped> process, long page, long pages) =>
        process.Discard(page, pages, _simulator);

    public void Heap(ProcessMemory<Shipped> process, long page) => process.EndHeapAt(page, _simulator);

    public void Move(ProcessMemory<Shipped> process, long page, long pages, long target, int newPages,
        bool leavesAreas = false)
    {
        TraceEvent moved = new()
        {
            Kind = leavesAreas ? TraceEventKind.MoveLeavingAreas : TraceEventKind.Move,
            Page = page,
            Pages = pages,
            Target = target,
            Argument = newPages,
        };
        process.Move(in moved, _simulator);
    }

    public void Exec(ProcessMemory<Shipped> process) => process.Exec(_simulator);

    public void End(ProcessMemory<Shipped> process) => process.End(_simulator);

    public unsafe int Mapcount(int folio) => _world.Folios[folio].State->MapcountMinusOne + 1;

    public unsafe int References(int folio) => _world.Folios[folio].State->References;

    public Folio FolioAt(int index) => _world.Folios[index];

    public Sharing Sharing(int folio, ProcessMemory<Shipped> process) =>
        default(Shipped).Decide(_world.Folios[folio], process.Mm.Mm, maxTries: 1).Answer;

    /// <summary>Index of the folio that a process maps at a page; -1 if none.</summary>
    public static int FolioOf(ProcessMemory<Shipped> process, long page)
    {
        long entry = process.TestHookEntry(page);
        return PageEntry.IsTracked(entry) ? PageEntry.Folio(entry) : -1;
    }

    public void Dispose()
    {
        _recorder.Dispose();
        _pool.Dispose();
        _world.Dispose();
    }
}
