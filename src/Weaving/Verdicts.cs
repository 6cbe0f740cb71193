namespace Weaving;

/// <summary>What checks return.</summary>
internal static class Verdicts
{
    /// <summary>Null if the check is content: it returned nothing, null, an empty text or true.</summary>
    public static string? Of(object? returned) => returned switch
    {
        null or true or "" => null,
        false => "the invariant does not hold",
        string complaint => complaint,
        _ => throw new ArgumentException($"A check returns a bool or a string, and not a {returned.GetType().Name}."),
    };
}
