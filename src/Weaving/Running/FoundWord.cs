using Weaving.Objects;

namespace Weaving.Running;

/// <summary>A word that actors touch.</summary>
/// <param name="Owner">Number of the object, or of the static field, that it is a part of.</param>
/// <param name="Offset">Where it lies there; negative for the words of an object's lock.</param>
/// <param name="Leaf">Its size and type.</param>
/// <param name="IsData">Whether it is a field or an element: locks' own words are not raced for.</param>
internal readonly record struct FoundWord(long Owner, int Offset, Leaf Leaf, bool IsData);
