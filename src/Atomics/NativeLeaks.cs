namespace Atomics;

/// <summary>
/// Native blocks that the collector found without an owner: whoever made them did not dispose them. They stay
/// allocated, since handles into them may be in use. A Debug build also says so on standard error.
/// </summary>
public static class NativeLeaks
{
    private static long s_blocks;
    private static long s_bytes;

    /// <summary>Blocks so far.</summary>
    public static long Blocks => Volatile.Read(ref s_blocks);

    /// <summary>Their size in bytes.</summary>
    public static long Bytes => Volatile.Read(ref s_bytes);

    internal static void Report(long sizeBytes)
    {
        Interlocked.Increment(ref s_blocks);
        Interlocked.Add(ref s_bytes, sizeBytes);
#if DEBUG
        Console.Error.WriteLine($"{sizeBytes} bytes of native memory were not disposed.");
#endif
    }
}
