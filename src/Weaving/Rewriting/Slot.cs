using Mono.Cecil;

namespace Weaving.Rewriting;

/// <summary>An entry of the evaluation stack.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Type">Its static type, or of a pointer what it points to; null if unknown.</param>
internal readonly record struct Slot(SlotKind Kind, TypeReference? Type = null)
{
    /// <summary>Whether it is a reference to an object that may be there.</summary>
    public bool IsObject => Kind == SlotKind.Object;

    /// <summary>The slot of a variable, a field or a result.</summary>
    public static Slot Of(TypeReference type) => type switch
    {
        PinnedType or RequiredModifierType or OptionalModifierType => Of(((TypeSpecification)type).ElementType),
        ByReferenceType reference => new Slot(SlotKind.Heap, reference.ElementType),
        PointerType or FunctionPointerType => new Slot(SlotKind.Pointer, type),
        GenericParameter => new Slot(SlotKind.Value, type),
        ArrayType => new Slot(SlotKind.Object, type),
        _ => new Slot(Types.IsValue(type) ? SlotKind.Value : SlotKind.Object, type),
    };
}
