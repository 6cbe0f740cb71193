using System.Runtime.CompilerServices;

namespace Exploration;

/// <summary>How the methods of the search are compiled.</summary>
internal static class Compilation
{
    /// <summary>
    /// Optimized from the first call on. A small search is over before the runtime has counted the calls of a method,
    /// instrumented it and compiled it again, and without inlining the operations on sets are calls.
    /// </summary>
    public const MethodImplOptions AtOnce = MethodImplOptions.AggressiveOptimization;
}
