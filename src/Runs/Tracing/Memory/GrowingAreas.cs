using Runs.Tracing.Events;

namespace Runs.Tracing.Memory;

/// <summary>
/// The two areas of a process that grow without being mapped: the heap, by <c>brk</c>, and the stack, by faults.
/// </summary>
internal sealed class GrowingAreas
{
    /// <summary>
    /// Lowest page of a stack on x86-64: below the top of the address space by the 16 GiB that the kernel randomises it
    /// by. Mappings begin lower, at least the stack's limit and this much below the top.
    /// </summary>
    private const long LowestStackPage = 0x7ffc_0000_0000 >> TraceEvent.PageShift;

    private const long FirstPageAboveStacks = 0x8000_0000_0000 >> TraceEvent.PageShift;

    /// <summary>Pages that a stack has from the start: 128 KiB, the kernel's <c>stack_expand</c>.</summary>
    private const long FirstStackPages = 32;

    private Area _heap;
    private Area _stack;

    /// <summary>The heap ends at a page.</summary>
    /// <param name="page">First page behind the heap.</param>
    /// <param name="isGrowth">Whether the heap is now what is returned, grown; else what is returned is no longer part
    /// of it.</param>
    /// <remarks>Where the heap starts is shown by the first answer: programs ask before they grow it.</remarks>
    public Area EndHeapAt(long page, out bool isGrowth)
    {
        Area old = _heap;
        bool isKnown = old.Start != 0 && page >= old.Start;
        _heap = isKnown ? old with { End = page } : new Area(page, page, IsPrivate: true);
        isGrowth = page >= old.End || !isKnown;
        return isGrowth ? _heap : old with { Start = page };
    }

    /// <summary>Grows the stack to a page that was written.</summary>
    /// <param name="page">A page outside every known area.</param>
    /// <param name="stack">The stack.</param>
    /// <returns>False if no stack can be there.</returns>
    public bool TryGrowStack(long page, out Area stack)
    {
        if (page is < LowestStackPage or >= FirstPageAboveStacks)
        {
            stack = default;
            return false;
        }

        long first = page & -FirstStackPages;
        _stack = _stack.End == 0
            ? new Area(first, first + FirstStackPages, IsPrivate: true)
            : new Area(Math.Min(page, _stack.Start), Math.Max(page + 1, _stack.End), IsPrivate: true);
        stack = _stack;
        return true;
    }

    /// <summary>Becomes a copy of another's.</summary>
    public void CopyFrom(GrowingAreas other)
    {
        _heap = other._heap;
        _stack = other._stack;
    }

    /// <summary>Forgets both.</summary>
    public void Clear()
    {
        _heap = default;
        _stack = default;
    }
}
