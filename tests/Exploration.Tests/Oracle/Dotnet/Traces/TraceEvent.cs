using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Traces;

/// <summary>An event of a thread's run. The sets of reads are bits by number in the run.</summary>
/// <param name="Kind">Read, write or fence.</param>
/// <param name="Location">The word; without meaning for a fence.</param>
/// <param name="Value">What was read or written.</param>
/// <param name="Mode">How the access is ordered.</param>
/// <param name="IsUpdate">Whether it is a half of an update: the read comes right before the write.</param>
/// <param name="Fence">What fence it is; null for an access.</param>
internal sealed record TraceEvent(
    EventKind Kind,
    Location Location = default,
    Value Value = default,
    AccessMode Mode = AccessMode.Plain,
    bool IsUpdate = false,
    FenceKind? Fence = null)
{
    public bool IsRead => Kind == EventKind.Read;

    public bool IsWrite => Kind == EventKind.Write;

    public bool IsAccess => Kind != EventKind.Fence;

    /// <summary>Whether it is a volatile access or a half of an interlocked operation.</summary>
    public bool IsOrdered => Mode != AccessMode.Plain;

    /// <summary>The read that gave the reference that the access goes through; nothing for none.</summary>
    public ulong Through { get; init; }

    /// <summary>The reads that the index of the element comes from.</summary>
    public ulong Index { get; init; }

    /// <summary>The reads that the written value comes from.</summary>
    public ulong Data { get; init; }

    /// <summary>The reads that branches before the event looked at.</summary>
    public ulong Control { get; init; }

    /// <summary>Whether it is a fence that every model but Arm64 takes for full.</summary>
    public bool IsFullFence => Fence is FenceKind.Full or FenceKind.Interlocked or FenceKind.FailedExchange;

    public static TraceEvent FenceOf(FenceKind kind) => new(EventKind.Fence, Fence: kind);
}
