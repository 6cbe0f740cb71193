using System.Runtime.InteropServices;

namespace CoyoteTests.Exploration;

/// <summary>
/// Keeps the threads of a schedule on one processor. Only one of them runs at a time, so a second processor has nothing to do, and
/// to wake a thread there costs more than the step that it then takes.
/// </summary>
/// <remarks>Linux only; elsewhere, and where the system refuses, threads run where they like: it is a matter of speed alone.</remarks>
internal readonly partial struct OneProcessor
{
    private const int BitsPerWord = 64;

    // As in glibc's cpu_set_t.
    private const int MaskWords = 16;

    private readonly int _number;

    private OneProcessor(int number) => _number = number;

    /// <summary>The processor on which the calling thread runs now.</summary>
    public static OneProcessor Current => new(Thread.GetCurrentProcessorId());

    /// <summary>Keeps the calling thread there until it ends.</summary>
    public unsafe void Stay()
    {
        if (!OperatingSystem.IsLinux() || _number is < 0 or >= MaskWords * BitsPerWord)
        {
            return;
        }

        ulong* mask = stackalloc ulong[MaskWords];
        mask[_number / BitsPerWord] = 1UL << (_number % BitsPerWord);
        _ = SetAffinity(0, MaskWords * sizeof(ulong), mask);
    }

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static unsafe partial int SetAffinity(int thread, nint size, ulong* mask);
}
