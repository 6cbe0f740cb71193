namespace Stress.List;

/// <summary>Names of one kind.</summary>
/// <param name="Name">The kind, such as <c>schemes</c>.</param>
/// <param name="Entries">Its names.</param>
internal sealed record ListSection(string Name, IReadOnlyList<ListEntry> Entries);
