namespace Weaving.Running;

/// <summary>Where a reference into an object or a static field points.</summary>
/// <param name="Number">Number of the object, or of the static field.</param>
/// <param name="Owner">The object as this run has it; null for a static field.</param>
/// <param name="Static">The static field; null for an object.</param>
/// <param name="Offset">Bytes from its start.</param>
/// <param name="Through">Which operation of the run read the reference that leads here; -1 if none did.</param>
internal readonly record struct Place(long Number, object? Owner, StaticField? Static, int Offset, int Through)
{
    /// <summary>The place some bytes further on.</summary>
    public Place At(int offset) => this with { Offset = Offset + offset };
}
