namespace Stress.List;

/// <summary>The sections of <c>list</c>, each filled from the registry of the verb that accepts its names.</summary>
internal static class Catalogue
{
    /// <summary>Sections in printing order, one line each.</summary>
    public static IReadOnlyList<ListSection> Sections =>
    [
    ];
}
