using Tracker.SubIds;

namespace Tracker.Tests.SubIds;

public sealed class SubIdTableTests
{
    private static readonly IReadOnlyDictionary<int, long[]> Posted = ReadPosted();

    [Theory]
    [InlineData(4, 64)]
    [InlineData(5, 32)]
    [InlineData(6, 16)]
    public void Every_table_entry_equals_the_patch(int values, int entries)
    {
        Assert.Equal(entries, Posted[values].Length);
        Assert.Equal(Posted[values], Table(values));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Every_table_entry_equals_the_generator(int values)
    {
        SubIdClass subIds = SubIdScheme.RmapId.Classes.Single(each => each.Values == values);
        Assert.Equal(1 << subIds.BitsPerValue, Table(values).Length);
        Assert.Equal(Enumerable.Range(0, 1 << subIds.BitsPerValue).Select(subIds.Generate), Table(values));
    }

    [Fact]
    public void Every_order_from_2_to_15_has_one_class_in_every_scheme()
    {
        foreach (SubIdScheme scheme in SubIdScheme.All)
        {
            for (int order = 2; order <= 15; order++)
            {
                Assert.Single(scheme.Classes, each => each.MinOrder <= order && order <= each.MaxOrder);
                Assert.True(scheme.ClassOf(order).Pages >= 1 << order, $"{scheme} order {order}");
            }

            Assert.Throws<ArgumentOutOfRangeException>(() => scheme.ClassOf(1));
            Assert.Throws<ArgumentOutOfRangeException>(() => scheme.ClassOf(16));
        }
    }

    [Fact]
    public void The_compact_scheme_tracks_two_million_ids_that_for_32_bits_65_535_and_the_others_all()
    {
        Assert.Equal(RmapId.Max, SubIdScheme.RmapId.MaxId);
        Assert.Equal((1 << 21) - 1, SubIdScheme.RmapIdCompact.MaxId);
        Assert.Equal(RmapId.Max, SubIdScheme.RmapIdPosted.MaxId);
        Assert.Equal((1 << 16) - 1, SubIdScheme.RmapId32.MaxId);
    }

    private static long[] Table(int values) => values switch
    {
        4 => SubIdTables.Four.ToArray(),
        5 => SubIdTables.Five.ToArray(),
        _ => SubIdTables.Six.ToArray(),
    };

    private static Dictionary<int, long[]> ReadPosted()
    {
        using Stream stream =
            typeof(SubIdTableTests).Assembly.GetManifestResourceStream("Tracker.Tests.SubIds.patch-07-sub-ids.txt")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .ToDictionary(line => line[0] - '0', line => line[3..].Split(' ').Select(long.Parse).ToArray());
    }
}
