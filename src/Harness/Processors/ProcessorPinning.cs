using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Harness.Processors;

/// <summary>Pins threads to processors: <c>sched_setaffinity</c> of Linux. Nothing like it is portable.</summary>
public static partial class ProcessorPinning
{
    /// <summary>Highest number of processors that the masks can name, as in glibc's <c>cpu_set_t</c>.</summary>
    private const int MaxProcessors = 1024;

    private const int BitsPerWord = 64;

    /// <summary>Whether this system can pin threads.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux();

    /// <summary>The calling thread's number, by which another thread can move it.</summary>
    public static int CurrentThread() => IsSupported ? GetThreadId() : 0;

    /// <summary>The processors that this process may use.</summary>
    /// <exception cref="Win32Exception">The system refused to tell.</exception>
    public static IReadOnlyList<int> Allowed()
    {
        if (!IsSupported)
        {
            return [.. Enumerable.Range(0, Environment.ProcessorCount)];
        }

        ulong[] mask = new ulong[MaxProcessors / BitsPerWord];
        Check(GetAffinity(Environment.ProcessId, mask.Length * sizeof(ulong), mask), "sched_getaffinity");
        return [.. Enumerable.Range(0, MaxProcessors)
            .Where(processor => (mask[processor / BitsPerWord] >> (processor % BitsPerWord) & 1) != 0)];
    }

    /// <summary>As <see cref="Pin"/>, for a thread that may have ended meanwhile.</summary>
    /// <returns>Whether it was alive.</returns>
    public static bool PinIfAlive(int thread, IReadOnlyList<int> processors)
    {
        const int NoSuchProcess = 3;
        try
        {
            Pin(thread, processors);
            return true;
        }
        catch (Win32Exception e) when (e.NativeErrorCode == NoSuchProcess)
        {
            return false;
        }
    }

    /// <summary>Lets a thread run on some processors only.</summary>
    /// <param name="thread">From <see cref="CurrentThread"/>; 0 for the calling thread.</param>
    /// <param name="processors">The processors.</param>
    /// <exception cref="Win32Exception">The system refused.</exception>
    public static void Pin(int thread, IReadOnlyList<int> processors)
    {
        ulong[] mask = new ulong[MaxProcessors / BitsPerWord];
        foreach (int processor in processors)
        {
            mask[processor / BitsPerWord] |= 1UL << (processor % BitsPerWord);
        }

        Check(SetAffinity(thread, mask.Length * sizeof(ulong), mask),
            $"sched_setaffinity to {string.Join(',', processors)}");
    }

    private static void Check(int result, string call)
    {
        if (result != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(),
                $"{call} failed: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    private static partial int SetAffinity(int thread, nint size, [In] ulong[] mask);

    [LibraryImport("libc", EntryPoint = "sched_getaffinity", SetLastError = true)]
    private static partial int GetAffinity(int thread, nint size, [Out] ulong[] mask);

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int GetThreadId();
}
