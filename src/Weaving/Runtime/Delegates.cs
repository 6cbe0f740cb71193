using System.ComponentModel;

namespace Weaving.Runtime;

/// <summary>
/// Stands for what <see cref="Delegate"/> does by looking at targets: a delegate that an actor has read is a new one
/// whose target stands for the object that the other has.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Delegates
{
    /// <summary>Stands for <see cref="Delegate.Remove"/>: the last run of parts that is there goes.</summary>
    public static Delegate? Remove(Delegate? source, Delegate? value)
    {
        if (source is null || value is null || source.GetType() != value.GetType())
        {
            return Delegate.Remove(source, value);
        }

        Delegate[] all = source.GetInvocationList();
        Delegate[] parts = value.GetInvocationList();
        for (int start = all.Length - parts.Length; start >= 0; start--)
        {
            if (all[start..(start + parts.Length)].Zip(parts).All(pair => IsSamePart(pair.First, pair.Second)))
            {
                return Delegate.Combine([.. all[..start], .. all[(start + parts.Length)..]]);
            }
        }

        return source;
    }

    /// <summary>Stands for the operator <c>==</c> of delegates.</summary>
    public static bool AreEqual(Delegate? left, Delegate? right)
    {
        if (left is null || right is null || left.GetType() != right.GetType())
        {
            return left == right;
        }

        Delegate[] parts = left.GetInvocationList();
        Delegate[] others = right.GetInvocationList();
        return parts.Length == others.Length
            && parts.Zip(others).All(pair => IsSamePart(pair.First, pair.Second));
    }

    /// <summary>Stands for the operator <c>!=</c> of delegates.</summary>
    public static bool Differ(Delegate? left, Delegate? right) => !AreEqual(left, right);

    private static bool IsSamePart(Delegate left, Delegate right) =>
        left.Method == right.Method && Heap.Same(left.Target, right.Target);
}
