using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Atomics;
using Exploration.Actors;

namespace Exploration.Counterexamples.Sites;

/// <summary>Where an actor's code stands, by the stack of the thread that runs it.</summary>
/// <remarks>
/// The file and line of a frame are looked up once for each instruction: the runtime does so for a whole stack, which
/// takes far longer than the stack itself.
/// </remarks>
internal static class ActorStack
{
    /// <summary>Frames of these assemblies are how an operation gets to the checker.</summary>
    private static readonly string?[] Checker =
        [typeof(ActorStack).Assembly.GetName().FullName, typeof(IMemory).Assembly.GetName().FullName];

    private static readonly ConcurrentDictionary<(Module Module, int Method, int Offset), Site?> Known = [];

    /// <summary>
    /// The innermost statement of the actor that has debug information; null without. Behind the actor's code the
    /// checker comes again.
    /// </summary>
    public static Site? Site()
    {
        StackFrame[] frames = new StackTrace().GetFrames();
        StackFrame[]? named = null;
        int first = Array.FindIndex(frames, frame => !IsChecker(frame));
        for (int index = first; index >= 0 && index < frames.Length && !IsChecker(frames[index]); index++)
        {
            // Code made at run time has no token to know it by, and no debug information.
            if (frames[index].GetMethod() is not MethodBase method || !method.HasMetadataToken())
            {
                continue;
            }

            (Module, int, int) place = (method.Module, method.MetadataToken, frames[index].GetILOffset());
            if (!Known.TryGetValue(place, out Site? site))
            {
                named ??= new StackTrace(fNeedFileInfo: true).GetFrames();
                site = Known.GetOrAdd(place, SiteOf(named[index]));
            }

            if (site is not null)
            {
                return site;
            }
        }

        return null;
    }

    private static Site? SiteOf(StackFrame frame) => frame.GetFileName() is string file
        ? new Site(SourcePath.Shorten(file), frame.GetFileLineNumber())
        : null;

    private static bool IsChecker(StackFrame frame) =>
        Checker.Contains(DiagnosticMethodInfo.Create(frame)?.DeclaringAssemblyName);
}
