using System.Runtime.InteropServices;

namespace Stress.Bench.Ratios;

/// <summary>
/// The same loops in C++ (benchmarks/native/twin.cpp), the yardstick: there if a compiler was there when <c>stress</c>
/// was built.
/// </summary>
internal static class NativeTwin
{
    private static readonly nint Library = Load();

    /// <summary>Whether it was built.</summary>
    public static bool IsThere => Library != 0;

    /// <summary>Address of a function of the library.</summary>
    public static nint Function(string name) => NativeLibrary.GetExport(Library, name);

    private static nint Load() =>
        NativeLibrary.TryLoad(Path.Combine(AppContext.BaseDirectory, "libstress_twin.so"), out nint library)
            ? library
            : 0;
}
