using System.Diagnostics;
using Atomics;

namespace Tracker;

/// <summary>
/// Checks of debug builds. They use results that the code already has, or look at shared words past the memory
/// parameter: no check is a step of the tracker, and a checker sees the same program in either build.
/// </summary>
internal static class TrackerCheck
{
    /// <summary>
    /// Whether the words hold what was written, so that a check may look at them past the memory parameter: they do not
    /// in a model.
    /// </summary>
    public static bool SeesWords<TMemory>() where TMemory : struct, IMemory =>
        typeof(TMemory) == typeof(HardwareMemory) || typeof(TMemory) == typeof(PerturbedMemory);

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
