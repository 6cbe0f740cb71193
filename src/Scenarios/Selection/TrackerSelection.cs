namespace Scenarios.Selection;

/// <summary>
/// Which variant of the tracker: each choice is a type, so the choice is made once, outside of hot loops.
/// </summary>
/// <param name="Protocol">A name of <see cref="Protocols"/>.</param>
/// <param name="Reading">
/// <c>barrier</c> (plain reads and one read barrier, the one that ships) or <c>acquire</c>.
/// </param>
/// <param name="IsStamped">Whether a section returns its sequence number.</param>
/// <param name="Canary">The canary whose step replaces the correct one, or null.</param>
public sealed record TrackerSelection(
    string Protocol = Protocols.Shared,
    string Reading = TrackerSelection.BarrierReading,
    bool IsStamped = true,
    Canary? Canary = null)
{
    /// <summary>Plain reads and one read barrier.</summary>
    public const string BarrierReading = "barrier";

    /// <summary>Acquire reads.</summary>
    public const string AcquireReading = "acquire";

    /// <summary>Every reading.</summary>
    public static IReadOnlyList<string> Readings { get; } = [BarrierReading, AcquireReading];
}
