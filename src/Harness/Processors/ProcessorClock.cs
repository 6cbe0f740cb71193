using System.Runtime.InteropServices;

namespace Harness.Processors;

/// <summary>Processor time of the calling thread (Linux): tells whether it had its processor all the time.</summary>
public static partial class ProcessorClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>Whether there is one.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>Processor time used so far; zero where there is no such clock.</summary>
    public static TimeSpan Now =>
        IsSupported && GetTime(ThreadCpuTime, out TimeSpec time) == 0
            ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1e3)
            : TimeSpan.Zero;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
