namespace Exploration.Actors;

/// <summary>Operations in words.</summary>
internal static class OperationNames
{
    /// <summary>An operation as a counterexample names it.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="writes">Whether it wrote; a failed compare-and-swap did not.</param>
    public static string Of(in Operation operation, bool writes) => operation.Kind switch
    {
        OperationKind.Read => Ordered("read", operation.Ordering),
        OperationKind.Write => Ordered("write", operation.Ordering),
        OperationKind.BlindAdd or OperationKind.AddReturn => Updated("add", operation.Ordering),
        OperationKind.Exchange => Updated("exchange", operation.Ordering),
        OperationKind.CompareExchange => Updated("compare-and-swap", operation.Ordering) + (writes ? "" : ", failed"),
        OperationKind.And => "and",
        OperationKind.Or => "or",
        OperationKind.Fence => operation.Ordering switch
        {
            Ordering.Acquire => "read barrier",
            Ordering.Release => "write barrier",
            _ => "full barrier",
        },
        _ => operation.Kind.ToString(),
    };

    private static string Updated(string name, Ordering ordering) =>
        ordering == Ordering.Full ? name : Ordered(name, ordering, "relaxed");

    private static string Ordered(string name, Ordering ordering, string plain = "plain") => ordering switch
    {
        Ordering.Acquire => $"{name} acquire",
        Ordering.Release => $"{name} release",
        _ => $"{name} {plain}",
    };
}
