using System.Diagnostics;

namespace Stress.Execution;

/// <summary>Tells an exception of the code under test from one of the harness, by the innermost of their frames.</summary>
internal static class CodeUnderTest
{
    private static readonly string[] Assemblies = ["Atomics", "Tracker", "Scenarios"];
    private static readonly string Harness = typeof(CodeUnderTest).Assembly.GetName().Name!;

    /// <summary>Whether the tracker, or a canary of it, threw an exception: itself, or the runtime while in its code.</summary>
    /// <remarks>Of code that the compiler has put into its caller the caller is taken.</remarks>
    public static bool Threw(Exception exception) =>
        new StackTrace(exception).GetFrames()
            .Select(frame => DiagnosticMethodInfo.Create(frame)?.DeclaringAssemblyName.Split(',')[0])
            .FirstOrDefault(name => name == Harness || Assemblies.Contains(name)) is string innermost
        && innermost != Harness;
}
