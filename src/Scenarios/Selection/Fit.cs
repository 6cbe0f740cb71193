
namespace Scenarios.Selection;

/// <summary>
/// Whether the choices of a selection fit each other. What does not fit is refused before anything is selected, so that
/// no name can stand for code that it does not change.
/// </summary>
internal static class Fit
{
    /// <summary>The first choice that does not fit a scheme; null if all fit.</summary>
    public static Misfit? Check(Scheme scheme, TrackerSelection tracker) =>
        tracker.Canary is Canary canary && !canary.FitsSchemes.Contains(scheme.Name)
            ? new Misfit("scheme", scheme.Name, $"with canary {canary.Name}: {string.Join(", ", canary.FitsSchemes)}")
            : Among("protocol", tracker.Protocol, scheme.Protocols, $"with scheme {scheme.Name}")
                ?? Among("reading", tracker.Reading, scheme.Readings, $"with scheme {scheme.Name}")
                ?? Check(tracker);

    /// <summary>The first choice that does not fit the canary of a selection; null if all fit.</summary>
    public static Misfit? Check(TrackerSelection tracker) =>
        tracker.Canary is not Canary canary ? null
        : Among("protocol", tracker.Protocol, canary.FitsProtocols, $"with canary {canary.Name}")
            ?? Among("reading", tracker.Reading, canary.FitsReadings, $"with canary {canary.Name}");

    /// <summary>Refuses a misfit.</summary>
    /// <exception cref="ArgumentException">There is one.</exception>
    public static void Require(Misfit? misfit)
    {
        if (misfit is not null)
        {
            throw new ArgumentException(misfit.ToString());
        }
    }

    /// <summary>A misfit unless a choice is among those that are accepted under a condition.</summary>
    public static Misfit? Among(string choice, string value, IReadOnlyList<string> accepted, string condition) =>
        accepted.Contains(value) ? null : new Misfit(choice, value, $"{condition}: {string.Join(", ", accepted)}");

    /// <summary>A misfit unless a number is in the range that is accepted under a condition.</summary>
    public static Misfit? InRange(string choice, int value, int min, int max, string condition) =>
        value >= min && value <= max
            ? null
            : new Misfit(choice, $"{value}", $"{condition}: an integer from {min} to {max}");
}
