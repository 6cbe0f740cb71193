using System.Reflection;

namespace Weaving.Objects;

/// <summary>A primitive or a reference in a layout: one word of the memory model.</summary>
/// <param name="Offset">Where it lies, in bytes from the start of the object's fields or of the value.</param>
/// <param name="Size">1, 2, 4 or 8 bytes.</param>
/// <param name="Type">Its type; an enum is there as itself.</param>
/// <param name="Path">Its name, such as <c>_slot.Item</c>.</param>
/// <param name="IsConstant">Whether it belongs to a readonly field of the object.</param>
internal sealed record Leaf(int Offset, int Size, Type Type, string Path, bool IsConstant)
{
    /// <summary>Whether it is a reference.</summary>
    public bool IsReference { get; } = !Type.IsValueType;

    /// <summary>The leaf as a part of something larger.</summary>
    public Leaf Inside(FieldInfo field, int offset, bool isConstant) => this with
    {
        Offset = offset + Offset,
        Path = Path.Length == 0 ? field.Name : $"{field.Name}.{Path}",
        IsConstant = isConstant,
    };
}
