using System.Reflection;

namespace Weaving.Running;

/// <summary>What a type initializer touched that is not its own.</summary>
/// <param name="Initializer">The type.</param>
/// <param name="Field">A static field of another type; null for a word of an object.</param>
/// <param name="Owner">An object that was there before; null for a static field.</param>
/// <param name="Offset">Where in the object; negative for all of it.</param>
/// <param name="Size">Bytes.</param>
/// <param name="IsWritten">Whether it may have been written.</param>
internal sealed record InitializerAccess(
    Type Initializer, FieldInfo? Field, object? Owner, int Offset, int Size, bool IsWritten)
{
    /// <summary>Whether a part of an object was touched.</summary>
    public bool Covers(int offset) => Offset < 0 || (offset >= Offset && offset < Offset + Size);
}
