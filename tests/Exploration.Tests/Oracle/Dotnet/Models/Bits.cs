using System.Numerics;

namespace Exploration.Tests.Oracle.Dotnet.Models;

/// <summary>The numbers in a set of bits, the smallest first.</summary>
internal static class Bits
{
    public static IEnumerable<int> Of(ulong set)
    {
        for (; set != 0; set &= set - 1)
        {
            yield return BitOperations.TrailingZeroCount(set);
        }
    }
}
