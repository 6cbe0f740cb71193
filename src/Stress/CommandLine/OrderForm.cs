using System.Globalization;
using System.Text.Json.Nodes;
using Atomics;
using Runs.Workloads;
using Tracker.Arenas;

namespace Stress.CommandLine;

/// <summary>How the orders of folios are written: <c>9</c>, or <c>2..9</c>.</summary>
internal static class OrderForm
{
    private const int Min = FolioArena<HardwareMemory>.MinOrder;
    private const int Max = FolioArena<HardwareMemory>.MaxOrder;
    private const string Separator = "..";

    /// <summary>One order or a range of them. In JSON one order is a number.</summary>
    public static ValueForm<OrderRange> Range { get; } = new(
        $"an integer from {Min} to {Max}, or a range such as {Min}..9",
        TryParse,
        orders => orders.ToString(),
        orders => orders.IsMixed ? JsonValue.Create(orders.ToString()) : JsonValue.Create(orders.Least));

    private static bool TryParse(string text, out OrderRange orders)
    {
        string[] ends = text.Split(Separator);
        bool isRead = TryParseOrder(ends[0], out int least) & TryParseOrder(ends[^1], out int greatest);
        orders = new OrderRange(least, greatest);
        return isRead && ends.Length <= 2 && least <= greatest;
    }

    private static bool TryParseOrder(string text, out int order) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out order) && order is >= Min and <= Max;
}
