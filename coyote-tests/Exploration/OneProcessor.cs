using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace CoyoteTests.Exploration;

/// <summary>
/// Keeps these tests on one processor. Of a schedule's threads one runs at a time, so a second processor has nothing to
/// do, and to wake a thread there costs more than the step that it then takes: on two idle cores the quick tier takes
/// 196 s instead of 250.
/// </summary>
/// <remarks>
/// The runtime gives each thread that it creates the processors that the process began with, so it has to begin with
/// one: the process starts itself again, with the same number, arguments and streams. Linux only; elsewhere, and where
/// the system refuses, threads run where they like: it is a matter of speed alone.
/// </remarks>
internal static unsafe partial class OneProcessor
{
    private const int BitsPerWord = 64;

    // As in glibc's cpu_set_t.
    private const int MaskWords = 16;

    /// <summary>Before anything else. Not where others load this assembly, as Coyote's own tool does.</summary>
    [ModuleInitializer]
    internal static void Enter()
    {
        // Once: with one processor there is nothing left to do.
        if (OperatingSystem.IsLinux() && Environment.ProcessorCount > 1
            && Assembly.GetEntryAssembly() == typeof(OneProcessor).Assembly)
        {
            Stay(Thread.GetCurrentProcessorId());
        }
    }

    private static void Stay(int processor)
    {
        ulong* mask = stackalloc ulong[MaskWords];
        if (processor is < 0 or >= MaskWords * BitsPerWord)
        {
            return;
        }

        mask[processor / BitsPerWord] = 1UL << (processor % BitsPerWord);
        if (SetAffinity(0, MaskWords * sizeof(ulong), mask) == 0)
        {
            Execute("/proc/self/exe", Arguments());
        }
    }

    /// <summary>
    /// The arguments of this process, its own name first, as C has them. Never freed: the next program knows nothing of
    /// them.
    /// </summary>
    private static byte** Arguments()
    {
        string[] texts = Encoding.UTF8.GetString(File.ReadAllBytes("/proc/self/cmdline")).Split('\0')[..^1];
        byte** arguments = (byte**)NativeMemory.AllocZeroed((nuint)texts.Length + 1, (nuint)sizeof(byte*));
        for (int index = 0; index < texts.Length; index++)
        {
            arguments[index] = (byte*)Marshal.StringToCoTaskMemUTF8(texts[index]);
        }

        return arguments;
    }

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nint size, ulong* mask);

    [LibraryImport("libc", EntryPoint = "execv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Execute(string path, byte** arguments);
}
