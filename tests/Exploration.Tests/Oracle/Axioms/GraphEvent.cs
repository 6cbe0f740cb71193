namespace Exploration.Tests.Oracle.Axioms;

/// <summary>An event of a candidate execution. An Interlocked operation is a fence, a read, a write, a fence.</summary>
/// <param name="Thread">The actor.</param>
/// <param name="Index">Which of its operations the event belongs to.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Word">The word; -1 for a fence.</param>
/// <param name="Acquires">Whether it acquires.</param>
/// <param name="Releases">Whether it releases.</param>
/// <param name="IsUpdate">Whether it is a half of an atomic update.</param>
internal sealed record GraphEvent(
    int Thread, int Index, GraphEventKind Kind, int Word, bool Acquires, bool Releases, bool IsUpdate)
{
    public bool IsRead => Kind == GraphEventKind.Read;

    public bool IsWrite => Kind == GraphEventKind.Write;

    public bool IsFence => Kind == GraphEventKind.Fence;

    /// <summary>
    /// Whether it is a fence of both kinds: <c>MemoryBarrier</c>, or the side of an Interlocked operation.
    /// </summary>
    public bool IsFullFence => IsFence && Acquires && Releases;

    /// <summary>The events of an operation.</summary>
    /// <param name="thread">The actor.</param>
    /// <param name="index">Which of its operations it is.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="fails">Whether it is a compare-and-swap that fails.</param>
    public static IEnumerable<GraphEvent> Of(int thread, int index, StraightOperation operation, bool fails)
    {
        GraphEvent fence = new(thread, index, GraphEventKind.Fence, -1, true, true, false);
        bool isFull = operation.IsInterlocked;
        GraphEvent read = new(thread, index, GraphEventKind.Read, operation.Word, isFull, false, !fails);
        GraphEvent write = new(thread, index, GraphEventKind.Write, operation.Word, false, isFull, true);
        return operation.Kind switch
        {
            StraightKind.ReadPlain => [read with { IsUpdate = false }],
            StraightKind.ReadAcquire => [read with { IsUpdate = false, Acquires = true }],
            StraightKind.WritePlain => [write with { IsUpdate = false }],
            StraightKind.WriteRelease => [write with { IsUpdate = false, Releases = true }],
            StraightKind.ReadBarrier => [fence with { Releases = false }],
            StraightKind.WriteBarrier => [fence with { Acquires = false }],
            StraightKind.FullBarrier => [fence],
            StraightKind.AddRelaxed => [read, write],
            StraightKind.AddRelease => [read, write with { Releases = true }],
            _ when fails => [fence, read, fence],
            _ => [fence, read, write, fence],
        };
    }
}
