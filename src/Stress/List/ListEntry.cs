namespace Stress.List;

/// <summary>A name that an option accepts.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">One sentence.</param>
internal sealed record ListEntry(string Name, string Description);
