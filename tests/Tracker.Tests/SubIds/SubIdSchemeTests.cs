using Atomics;
using Tracker.SubIds;

namespace Tracker.Tests.SubIds;

public sealed class SubIdSchemeTests
{
    [Fact]
    public void Every_scheme_has_the_name_that_the_command_line_knows()
    {
        Assert.Equal("rmap-id", SubIdScheme.RmapId.Name);
        Assert.Equal("rmap-id-compact", SubIdScheme.RmapIdCompact.Name);
        Assert.Equal("rmap-id-32", SubIdScheme.RmapId32.Name);
        Assert.Equal("rmap-id-posted", SubIdScheme.RmapIdPosted.Name);
        Assert.Equal("spread-bits", SubIdScheme.SpreadBits.Name);
        Assert.All(SubIdScheme.All, scheme => Assert.Equal(scheme.Name, scheme.ToString()));
    }

    [Fact]
    public void The_classes_of_spread_bits_alone_spread_and_those_for_32_bits_alone_have_small_words()
    {
        foreach (SubIdScheme scheme in SubIdScheme.All)
        {
            int word = scheme == SubIdScheme.RmapId32 ? 32 : 64;
            Assert.All(scheme.Classes, each => Assert.Equal(scheme == SubIdScheme.SpreadBits, each.SpreadBits));
            Assert.All(scheme.Classes, each => Assert.Equal(word, each.WordBits));
        }
    }

    [Fact]
    public void Sub_ids_begin_behind_those_for_fewer_values_and_more_than_six_have_an_mm_to_themselves()
    {
        for (int values = 1; values <= 6; values++)
        {
            Assert.Equal(Enumerable.Range(0, values).Sum(), SubIdScheme.OffsetOf(values));
        }

        Assert.Equal(0, SubIdScheme.OffsetOf(7));
        Assert.Equal(0, SubIdScheme.OffsetOf(8));
    }

    [Fact]
    public unsafe void Filling_an_mms_sub_ids_writes_the_places_of_the_classes_and_no_other()
    {
        const long Untouched = -0x5A5A5A5A5A5A5A5A;
        foreach (SubIdScheme scheme in SubIdScheme.All)
        {
            long[] expected = [.. Enumerable.Repeat(Untouched, 64)];
            long[] filled = [.. expected];
            foreach (SubIdClass each in scheme.Classes)
            {
                for (int value = 0; value < each.Values; value++)
                {
                    expected[SubIdScheme.OffsetOf(each.Values) + value] = each.Generate(each.Chunk(54_321, value));
                }
            }

            fixed (long* subIds = filled)
            {
                scheme.FillSubIds<HardwareMemory>(54_321, subIds);
            }

            Assert.Equal(expected, filled);
        }
    }

    [Fact]
    public void An_order_without_a_class_is_refused_with_the_orders_that_have_one()
    {
        SubIdScheme scheme = new("narrow", new(3, 4, 2, 12), new(5, 9, 3, 7));
        ArgumentException refused = Assert.Throws<ArgumentOutOfRangeException>(() => scheme.ClassOf(10));
        Assert.Contains("narrow covers orders 3 to 9.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_just_fits_is_a_scheme_of_its_own()
    {
        Accepted(new SubIdClass(2, 15, Values: 1, BitsPerValue: 1));
        Accepted(new SubIdClass(2, 2, Values: 1, BitsPerValue: 24));
        Accepted(new SubIdClass(2, 15, Values: 6, BitsPerValue: 4));
        Accepted(new SubIdClass(2, 15, Values: 8, BitsPerValue: 2) { WordBits = 32 });
        Accepted(new(2, 9, Values: 4, BitsPerValue: 6), new(10, 15, Values: 6, BitsPerValue: 4));

        static void Accepted(params SubIdClass[] classes) =>
            Assert.Equal(classes, new SubIdScheme("whole", classes).Classes);
    }

    [Fact]
    public void The_defect_of_a_class_is_named_before_one_between_classes()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(
            () => new SubIdScheme("broken", new(2, 4, 7, 4), new(6, 9, 3, 7)));
        Assert.Contains("1 to 6 values", refused.Message, StringComparison.Ordinal);
    }
}
