namespace Stress.List;

/// <summary>A name that an option accepts.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">One sentence.</param>
internal record ListEntry(string Name, string Description)
{
    /// <summary>What people read beside the name.</summary>
    public virtual string ToText() => Description;
}
