using System.ComponentModel;
using Weaving.Running;

namespace Weaving.Runtime;

/// <summary>Stands for <see cref="System.Threading.SpinWait"/> in rewritten code: it counts as that does.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SpinWait
{
    /// <summary>Turns that code of the framework makes before it waits: as many as make a difference, none.</summary>
    public static readonly int SpinCountforSpinBeforeWait;

    private const int YieldThreshold = 10;
    private int _count;

    /// <inheritdoc cref="System.Threading.SpinWait.Count"/>
    public int Count
    {
        get => Heap.Read(ref _count, ActorRun.Current?.Site ?? 0);
        internal set => Heap.Write(ref _count, value, ActorRun.Current?.Site ?? 0);
    }

    /// <inheritdoc cref="System.Threading.SpinWait.NextSpinWillYield"/>
    public bool NextSpinWillYield => Count >= YieldThreshold;

    /// <inheritdoc cref="System.Threading.SpinWait.SpinOnce()"/>
    public void SpinOnce()
    {
        int count = Count;
        Count = count == int.MaxValue ? YieldThreshold : count + 1;
        ActorRun.Current?.Pause();
    }

    /// <inheritdoc cref="System.Threading.SpinWait.SpinOnce(int)"/>
    public void SpinOnce(int sleep1Threshold)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sleep1Threshold, -1);
        SpinOnce();
    }

    /// <inheritdoc cref="System.Threading.SpinWait.Reset"/>
    public void Reset() => Count = 0;

    /// <inheritdoc cref="System.Threading.SpinWait.SpinUntil(Func{bool})"/>
    public static void SpinUntil(Func<bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        while (!condition())
        {
            ActorRun.Current?.Pause();
        }
    }
}
