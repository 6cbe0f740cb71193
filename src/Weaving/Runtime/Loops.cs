using System.ComponentModel;
using System.Runtime.CompilerServices;
using Weaving.Objects;
using Weaving.Running;

namespace Weaving.Runtime;

/// <summary>What rewritten code calls where it jumps back. Not for other callers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Loops
{
    /// <summary>A method that has loops begins.</summary>
    /// <returns>Which of the run's calls it is.</returns>
    public static int Enter() => ActorRun.Current?.Enter() ?? 0;

    /// <summary>Shows what a variable holds that the next turn of a loop may read.</summary>
    public static void Keep<T>(T value)
    {
        if (ActorRun.Current is not ActorRun run)
        {
            return;
        }

        if (!typeof(T).IsValueType)
        {
            run.Keep(Unsafe.As<T, object?>(ref value));
            return;
        }

        foreach (Leaf leaf in Heap.ValueLayout<T>.Layout.Leaves)
        {
            ref byte part = ref Unsafe.Add(ref Unsafe.As<T, byte>(ref value), leaf.Offset);
            if (leaf.IsReference)
            {
                run.Keep(Unsafe.As<byte, object?>(ref part));
            }
            else
            {
                run.State.Add(Word.Load(ref part, leaf.Size));
            }
        }
    }

    /// <summary>Shows where a variable points that the next turn of a loop may follow.</summary>
    public static void KeepAddress(ref byte address) => ActorRun.Current?.KeepAddress(ref address);

    /// <summary>The next turn of a loop may read what cannot be shown.</summary>
    public static void KeepUnknown() => ActorRun.Current?.State.Forget();

    /// <summary>A loop begins its next turn, behind what it goes on from.</summary>
    /// <param name="head">Where the next turn begins.</param>
    /// <param name="activation">Which call of the method, as <see cref="Enter"/> has numbered it.</param>
    /// <exception cref="InvalidOperationException">A set-up or a check goes round for ever.</exception>
    public static void BackEdge(int head, int activation)
    {
        if (ActorRun.Current is ActorRun run)
        {
            run.BackEdge(head, activation);
        }
        else
        {
            UnrecordedCode.CountTurn();
        }
    }

    /// <summary>A method calls itself, which may be the next turn of a retry.</summary>
    public static void Again()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        KeepUnknown();
        BackEdge(0, 0);
    }
}
