namespace Exploration.Tests.Oracle.Dotnet.Graphs;

/// <summary>Combinations of one item of each list.</summary>
internal static class Products
{
    public static IEnumerable<T[]> Of<T>(IReadOnlyList<IEnumerable<T>> lists)
    {
        T[][] items = [.. lists.Select(list => list.ToArray())];
        return items.Aggregate<T[], IEnumerable<T[]>>(
            [[]], (products, next) => products.SelectMany(product => next.Select(item => (T[])[.. product, item])));
    }

    /// <summary>The orders of some items.</summary>
    public static IEnumerable<T[]> Orders<T>(T[] items) => items.Length == 0
        ? [[]]
        : items.SelectMany((first, place) =>
            Orders((T[])[.. items[..place], .. items[(place + 1)..]]).Select(rest => (T[])[first, .. rest]));
}
