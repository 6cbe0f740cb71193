using System.Diagnostics;
using Atomics;
using Harness.Teams;
using Proof;
using Rivals;
using Scenarios.Selection;
using Tracker.Arenas;

namespace Runs.Worlds;

/// <summary>
/// Tells an exception of the code under test from one of the harness, by the innermost of their frames.
/// </summary>
internal static class CodeUnderTest
{
    private static readonly string[] UnderTest = [NameOf<HardwareMemory>(), NameOf<TrackerDomain<HardwareMemory>>(),
        NameOf<Precision>(), NameOf<Scheme>()];
    private static readonly string[] Harness = [NameOf<Team>(), NameOf<ClassProof>(), NameOf<World>()];

    /// <summary>
    /// Whether the tracker, a rival or a canary threw an exception: itself, or the runtime while in its code.
    /// </summary>
    /// <remarks>Of code that the compiler has put into its caller the caller is taken.</remarks>
    public static bool Threw(Exception exception) =>
        new StackTrace(exception).GetFrames()
            .Select(frame => DiagnosticMethodInfo.Create(frame)?.DeclaringAssemblyName.Split(',')[0])
            .FirstOrDefault(name => Harness.Contains(name) || UnderTest.Contains(name)) is string innermost
        && UnderTest.Contains(innermost);

    private static string NameOf<T>() => typeof(T).Assembly.GetName().Name!;
}
