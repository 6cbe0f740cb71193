namespace Runs.Tracing.Parsing;

/// <summary>Bits of a page fault's error code on x86-64 (Linux, <c>arch/x86/include/asm/trap_pf.h</c>).</summary>
internal static class PageFaultCode
{
    /// <summary>The page is present.</summary>
    public const uint Present = 1 << 0;

    /// <summary>A write.</summary>
    public const uint Write = 1 << 1;

    /// <summary>
    /// All that a fault of a process may have: besides these two, user mode, fetch, protection key, shadow stack, SGX
    /// and RMP. A reserved bit in a page table (bit 3) is a defect of the kernel, which ends there.
    /// </summary>
    public const uint All = Present | Write | 1 << 2 | 1 << 4 | 1 << 5 | 1 << 6 | 1 << 15 | 1u << 31;
}
