using CsCheck;
using Runs.Tracing.Memory;
using Tracker.Reading;
using Shipped = Tracker.Tracking.RmapTracking<
    Atomics.HardwareMemory,
    Tracker.Writing.WriteSection<Tracker.Seqcount.ExclusiveSeqcount<Tracker.Seqcount.Stamped>>,
    Tracker.Reading.BarrierRead>;

namespace Runs.Tests.Tracing.Memory;

/// <summary>Random steps of a few processes, against dictionaries of pages.</summary>
public sealed class ProcessMemoryProperties
{
    // Around the border of two page tables.
    private const long FirstPage = 512 - 48;
    private const int Pages = 96;
    private const int MaxProcesses = 5;

    private static readonly Gen<(int Kind, int Process, int Page, int Count, int Other)[]> Steps =
        Gen.Select(Gen.Int[0, 99], Gen.Int[0, MaxProcesses - 1], Gen.Int[0, Pages - 1], Gen.Int[1, Pages],
            Gen.Int[0, Pages - 1])
            .Array[1, 60];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Folios_are_mapped_as_often_as_dictionaries_of_pages_say(int order)
    {
        Steps.Sample(steps => Assert.True(Run(order, steps)), iter: 300, threads: 1);
    }

    private static bool Run(int order, (int Kind, int Process, int Page, int Count, int Other)[] steps)
    {
        using MemoryWorld world = new(order);
        List<(ProcessMemory<Shipped> Memory, PageModel Model)> processes =
            [(world.NewProcess(), new PageModel(1 << order))];
        Dictionary<int, int> folios = [];
        int lastFolio = 0;
        foreach ((int kind, int process, int place, int count, int other) in steps)
        {
            int index = process % processes.Count;
            (ProcessMemory<Shipped> memory, PageModel model) = processes[index];
            long page = FirstPage + place;
            long pages = Math.Min(count, Pages - place);
            switch (kind)
            {
                case < 35:
                    world.Write(memory, page);
                    if (model.Write(page, lastFolio + 1))
                    {
                        folios[++lastFolio] = MemoryWorld.FolioOf(memory, page);
                    }

                    break;
                case < 50:
                    CopyOnWrite(world, memory, model, page, processes);
                    break;
                case < 60:
                    world.Map(memory, page, pages, isPrivate: other % 4 != 0);
                    model.Map(page, pages, isPrivate: other % 4 != 0);
                    break;
                case < 67:
                    world.Unmap(memory, page, pages);
                    model.Unmap(page, pages);
                    break;
                case < 74:
                    world.Discard(memory, page, pages);
                    model.Discard(page, pages);
                    break;
                case < 77:
                    memory.Read(page);
                    model.Read(page);
                    break;
                case < 83:
                    // To a range outside the others, where nothing overlaps.
                    long target = FirstPage + (2 * Pages) + other;
                    world.Move(memory, page, pages, target, count);
                    model.Move(page, pages, target, count);
                    break;
                case < 93 when processes.Count < MaxProcesses:
                    processes.Add((world.Fork(memory), model.Forked()));
                    break;
                case < 96:
                    world.Exec(memory);
                    processes[index] = (memory, new PageModel(1 << order));
                    break;
                default:
                    if (processes.Count > 1)
                    {
                        world.End(memory);
                        processes.RemoveAt(index);
                    }

                    break;
            }

            Compare(world, processes, folios);
        }

        processes.ForEach(each => world.End(each.Memory));
        Assert.Null(world.Leftover);
        return true;
    }

    private static void CopyOnWrite(
        MemoryWorld world,
        ProcessMemory<Shipped> memory,
        PageModel model,
        long page,
        List<(ProcessMemory<Shipped> Memory, PageModel Model)> processes)
    {
        int folio = model.Pages.TryGetValue(page, out (int Folio, int Place) mapped) ? mapped.Folio : PageModel.Small;
        int owners = processes.Count(each => each.Model.Pages.Values.Any(found => found.Folio == folio));
        (long untracked, long reused, long copied) =
            (world.Counts.CowUntracked, world.Counts.CowReused, world.Counts.CowCopied);
        world.CopyOnWrite(memory, page);

        bool isTracked = folio != PageModel.Small;
        bool isReused = isTracked && owners == 1;
        Assert.Equal(isTracked ? 0 : 1, world.Counts.CowUntracked - untracked);
        Assert.Equal(isReused ? 1 : 0, world.Counts.CowReused - reused);
        Assert.Equal(isTracked && !isReused ? 1 : 0, world.Counts.CowCopied - copied);
        if (!isReused)
        {
            model.CopyAway(page);
        }
    }

    private static void Compare(
        MemoryWorld world,
        List<(ProcessMemory<Shipped> Memory, PageModel Model)> processes,
        Dictionary<int, int> folios)
    {
        Dictionary<int, int> mappings = [];
        foreach ((ProcessMemory<Shipped> memory, PageModel model) in processes)
        {
            for (long page = FirstPage; page < FirstPage + (4 * Pages); page++)
            {
                long expected = !model.Pages.TryGetValue(page, out (int Folio, int Place) mapped) ? PageEntry.None
                    : mapped.Folio == PageModel.Small ? PageEntry.Small
                    : PageEntry.Of(folios[mapped.Folio], mapped.Place);
                Assert.Equal(expected, memory.TestHookEntry(page));
                if (PageEntry.IsTracked(expected))
                {
                    mappings[mapped.Folio] = mappings.GetValueOrDefault(mapped.Folio) + 1;
                }
            }
        }

        foreach ((int folio, int count) in mappings)
        {
            int index = folios[folio];
            Assert.Equal(count, world.Mapcount(index));
            Assert.Equal(count, world.References(index));
            List<ProcessMemory<Shipped>> owners = [.. processes
                .Where(each => each.Model.Pages.Values.Any(found => found.Folio == folio))
                .Select(each => each.Memory)];
            foreach ((ProcessMemory<Shipped> memory, _) in processes)
            {
                bool isAlone = owners.Count == 1 && owners[0] == memory;
                Assert.Equal(isAlone ? Sharing.Exclusive : Sharing.Shared, world.Sharing(index, memory));
            }
        }

        Assert.Equal(processes.Count, world.IdsOut);
    }
}
