namespace Weaving.Rewriting;

/// <summary>What stands on the evaluation stack.</summary>
internal enum SlotKind
{
    /// <summary>A number, a struct, or a value of a type parameter.</summary>
    Value,

    /// <summary>A reference to an object.</summary>
    Object,

    /// <summary>A null constant.</summary>
    Null,

    /// <summary>A managed pointer to a local variable, an argument or the inside of a box: nobody else can reach what
    /// it points to.</summary>
    Local,

    /// <summary>A managed pointer that may lead into an object.</summary>
    Heap,

    /// <summary>An unmanaged pointer.</summary>
    Pointer,
}
