using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tracker.Arenas;
using Tracker.Folios;

namespace Tracker.Tests.Folios;

public sealed class FolioStateTests
{
    [Fact]
    public void The_words_that_mappings_touch_share_one_64_byte_line()
    {
        string[] line = [nameof(FolioState.Sequence), nameof(FolioState.MapcountMinusOne), nameof(FolioState.Shape),
            nameof(FolioState.Values)];
        Assert.All(line, field => Assert.InRange(Offset(field), 0, FolioState.LineBytes - 1));
        Assert.Equal(FolioState.LineBytes, Offset(nameof(FolioState.Values)) + (FolioState.LineValues * sizeof(long)));
    }

    [Fact]
    public void The_reference_count_has_another_line_behind_the_values_that_do_not_fit() => Assert.Equal(
        FolioState.LineBytes + ((FolioState.MaxValues - FolioState.LineValues) * sizeof(long)),
        Offset(nameof(FolioState.References)));

    [Fact]
    public void Folios_that_lie_as_close_as_they_can_do_not_overlap() =>
        Assert.Equal(FolioState.WordsBytes, Offset(nameof(FolioState.EntireMapcount)) + sizeof(long));

    [Fact]
    public unsafe void Neighbours_in_an_arena_do_not_share_a_pair_of_lines()
    {
        using TrackerWorld world = new(folios: 4);
        FolioArena<Atomics.HardwareMemory> arena = world.Folios;
        Assert.Equal(FolioState.SizeBytes, Unsafe.SizeOf<FolioState>());
        for (int index = 0; index < 4; index++)
        {
            Assert.Equal(0, (nint)arena[index].State % 128);
            Assert.Equal((nint)arena[0].State + (index * 128), (nint)arena[index].State);
        }
    }

    private static int Offset(string field) => (int)Marshal.OffsetOf<FolioState>(field);
}
