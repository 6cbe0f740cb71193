using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Tracing;
using Weaving.Refusals;
using Weaving.Running;

namespace Weaving.Runtime;

/// <summary>Stands for members of the framework that copied framework code asks, and whose answer is the same here
/// whenever it asks.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Framework
{
    /// <summary>Nobody listens.</summary>
    public static bool IsEnabled(EventSource source) => false;

    /// <inheritdoc cref="IsEnabled(EventSource)"/>
    public static bool IsEnabledFor(EventSource source, EventLevel level, EventKeywords keywords) => false;

    /// <summary>Vectors do what the loops beside them do, whose accesses are seen.</summary>
    public static bool HasVectors() => false;

    /// <summary>How long to back off makes no difference here.</summary>
    public static Random? NoRandom() => null;

    /// <summary>The least number of a range.</summary>
    public static int Least(Random? random, int minValue, int maxValue) => minValue;

    /// <inheritdoc cref="CancellationToken.None"/>
    public static CancellationToken NoToken() => default;

    /// <inheritdoc cref="CancellationToken.ThrowIfCancellationRequested"/>
    public static void ThrowIfCancellationRequested(ref CancellationToken token) => RequireNone(ref token);

    /// <inheritdoc cref="CancellationToken.CanBeCanceled"/>
    public static bool CanBeCanceled(ref CancellationToken token)
    {
        RequireNone(ref token);
        return false;
    }

    /// <inheritdoc cref="CancellationToken.UnsafeRegister(Action{object?}, object?)"/>
    [SuppressMessage("Design", "CA1068", Justification = "What the call was made on comes first.")]
    public static CancellationTokenRegistration Register(ref CancellationToken token, Action<object?> callback,
        object? state)
    {
        RequireNone(ref token);
        return default;
    }

    /// <inheritdoc cref="CancellationTokenRegistration.Dispose"/>
    public static void Unregister(ref CancellationTokenRegistration registration)
    {
    }

    private static void RequireNone(ref CancellationToken token)
    {
        if (ActorRun.Current is ActorRun run && token.CanBeCanceled)
        {
            throw run.Refuse(new Refusal(
                CodeSites.At(run.Site).Member, "", "uses a CancellationToken that can be cancelled",
                "Cancellation is not modelled: use the overload without."));
        }
    }
}
