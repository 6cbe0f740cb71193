namespace Scenarios.Selection;

/// <summary>Size and variant of a scenario. A scenario takes what concerns it.</summary>
/// <param name="Writers">Writers, 1 to 4; writer i is MM i.</param>
/// <param name="Readers">Readers, 0 to 4.</param>
/// <param name="Values">
/// Rmap values of the folio, which pick its class: 1 to 6 of scheme <c>rmap-id-compact</c>, or the 8 of
/// <c>rmap-id-32</c>.
/// </param>
/// <param name="Tracker">Protocol, reading and canary.</param>
public sealed record ScenarioOptions(int Writers, int Readers, int Values, TrackerSelection Tracker)
{
    /// <summary>Most writers.</summary>
    public const int MaxWriters = 4;

    /// <summary>Most readers.</summary>
    public const int MaxReaders = 4;

    /// <summary>Most rmap values.</summary>
    public const int MaxValues = 8;

    /// <summary>
    /// Two writers, one reader, one value, protocol <c>shared</c>, unstamped: the size of most tables.
    /// </summary>
    public static ScenarioOptions Default { get; } = new(2, 1, 1, new TrackerSelection(IsStamped: false));
}
