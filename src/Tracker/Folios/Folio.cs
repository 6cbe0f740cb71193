namespace Tracker.Folios;

/// <summary>A handle to a folio: the stable address of its state.</summary>
public readonly unsafe struct Folio
{
    /// <summary>Wraps the address of a folio's state.</summary>
    public Folio(FolioState* state) => State = state;

    /// <summary>The folio's words.</summary>
    public FolioState* State { get; }

    /// <summary>Whether the handle names no folio.</summary>
    public bool IsNull => State == null;

    /// <summary>Pages, 2^order.</summary>
    public int Pages => Shape.Pages;

    /// <summary>Order, 2 to 15.</summary>
    public int Order => Shape.Order;

    /// <summary>Page count and number of values. Stable while a reference is held.</summary>
    public FolioShape Shape => new(State->Shape);

    /// <summary>Mappings of the folio as a whole, at this moment.</summary>
    public int EntireMapcount => Volatile.Read(ref State->EntireMapcount);

    /// <summary>Index in its arena.</summary>
    public int Index => State->Index;

    /// <summary>Number of its present life. Stable while a reference is held.</summary>
    public long Incarnation => State->Incarnation;
}
