namespace Runs.Auditing;

/// <summary>A write section, sorted by folio and stamp.</summary>
internal struct SectionInOrder
{
    /// <summary>The MM's number.</summary>
    public int Mm;

    /// <summary>Mappings added, or taken away if negative; 0 while the place is empty.</summary>
    public int Delta;

    /// <inheritdoc cref="SectionEntry.BeganBack"/>
    public int BeganBack;

    /// <summary>The worker.</summary>
    public int Worker;
}
