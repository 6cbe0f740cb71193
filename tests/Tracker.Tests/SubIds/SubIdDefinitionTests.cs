using System.Numerics;
using Tracker.SubIds;

namespace Tracker.Tests.SubIds;

public sealed class SubIdDefinitionTests
{
    [Fact]
    public void Every_sub_id_of_every_class_is_the_sum_of_its_bits_weights()
    {
        foreach (SubIdClass subIds in SubIdScheme.All.SelectMany(scheme => scheme.Classes).Distinct())
        {
            BigInteger[] weights = [.. Enumerable.Range(0, subIds.BitsPerValue).Select(bit => BigInteger.Pow(subIds.Radix, bit))];
            foreach (int chunk in Chunks(subIds))
            {
                BigInteger sum = weights.Where((_, bit) => ((chunk >> bit) & 1) != 0).Aggregate(BigInteger.Zero, BigInteger.Add);
                Assert.Equal((ulong)(sum % BigInteger.Pow(2, 64)), (ulong)subIds.Generate(chunk));
                Assert.Equal(subIds.Generate(chunk), SubIdTables.SubId(subIds, chunk));
            }
        }
    }

    [Fact]
    public void Spread_bits_are_the_bits_of_the_chunk_with_zeros_between()
    {
        SubIdClass subIds = SubIdScheme.SpreadBits.ClassOf(7);
        Assert.Equal(0x01_00_01_01_00_00_00_01, subIds.Generate(0b10110001));
        Assert.Equal(0x01_01_01_01_01_01_01_01, subIds.Generate(0b11111111));
    }

    /// <summary>All chunks, or every 4093rd of the 2^24.</summary>
    private static IEnumerable<int> Chunks(SubIdClass subIds)
    {
        int step = subIds.BitsPerValue > 12 ? 4093 : 1;
        for (int chunk = 0; chunk < 1 << subIds.BitsPerValue; chunk += step)
        {
            yield return chunk;
        }
    }
}
