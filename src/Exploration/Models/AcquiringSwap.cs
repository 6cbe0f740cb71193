namespace Exploration.Models;

/// <summary>
/// What Arm64 code does today: neither <c>casal</c> that fails nor <c>ldaxr</c> waits for earlier stores.
/// </summary>
internal readonly struct AcquiringSwap : IFailedSwap
{
    /// <inheritdoc/>
    public static bool IsFence => false;
}
