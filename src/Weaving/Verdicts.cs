using System.Reflection;

namespace Weaving;

/// <summary>What checks return.</summary>
internal static class Verdicts
{
    /// <summary>Requires that a check returns what can be understood.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static void Require(MethodInfo check)
    {
        if (check.ReturnType != typeof(void) && check.ReturnType != typeof(bool) && check.ReturnType != typeof(string))
        {
            throw new ArgumentException(
                $"{check.DeclaringType?.Name}.{check.Name} returns a {check.ReturnType.Name}: a check returns nothing, "
                + "a bool or a string.");
        }
    }

    /// <summary>Null if the check is content: it returned nothing, null, an empty text or true.</summary>
    public static string? Of(object? returned) => returned switch
    {
        null or true or "" => null,
        false => "the invariant does not hold",
        string complaint => complaint,
        _ => throw new ArgumentException($"A check returns a bool or a string, and not a {returned.GetType().Name}."),
    };
}
