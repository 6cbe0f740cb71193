namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>How the orders of updates are written: behind the name of the operation, as in <c>add_rel</c>.</summary>
internal static class UpdateOrders
{
    /// <summary>The name of an operation with its order; null if it is none.</summary>
    public static (UpdateKind Kind, UpdateOrder Order)? Find(string name)
    {
        foreach (UpdateKind kind in Enum.GetValues<UpdateKind>())
        {
            foreach (UpdateOrder order in Enum.GetValues<UpdateOrder>())
            {
                if (name == Name(kind, order))
                {
                    return (kind, order);
                }
            }
        }

        return null;
    }

    public static string Name(UpdateKind kind, UpdateOrder order) => Name(kind) + order switch
    {
        UpdateOrder.Full => "",
        UpdateOrder.Acquire => "_acq",
        UpdateOrder.Release => "_rel",
        UpdateOrder.Relaxed => "_rlx",
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, null),
    };

    /// <summary>How the read of an update is ordered.</summary>
    public static AccessMode ReadMode(this UpdateOrder order) => order switch
    {
        UpdateOrder.Full => AccessMode.Full,
        UpdateOrder.Acquire => AccessMode.Volatile,
        UpdateOrder.Release or UpdateOrder.Relaxed => AccessMode.Plain,
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, null),
    };

    /// <summary>How the write of an update is ordered.</summary>
    public static AccessMode WriteMode(this UpdateOrder order) => order switch
    {
        UpdateOrder.Full => AccessMode.Full,
        UpdateOrder.Release => AccessMode.Volatile,
        UpdateOrder.Acquire or UpdateOrder.Relaxed => AccessMode.Plain,
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, null),
    };

    private static string Name(UpdateKind kind) => kind switch
    {
        UpdateKind.Exchange => "xchg",
        UpdateKind.Add => "add",
        UpdateKind.CompareExchange => "cas",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
