using System.Diagnostics;

namespace Tracker;

/// <summary>Checks of debug builds. They use results that the code already has: they add no access to shared words.</summary>
internal static class TrackerCheck
{
    /// <summary>Throws if a condition does not hold; compiled away in Release.</summary>
    [Conditional("DEBUG")]
    public static void That(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
