namespace Exploration.Division;

/// <summary>
/// An execution graph on its way from one worker to another, in this process or on another machine: what each event
/// chose, from the root on. Whoever takes it runs the actors through these choices.
/// </summary>
/// <param name="choices">As the search wrote them; empty for the root.</param>
/// <param name="parent">The branch that it was handed over from; null for one that came from outside.</param>
internal sealed class Branch(byte[] choices, Branch? parent = null)
{
    /// <summary>What a text begins with: another way to write choices down must have another one.</summary>
    private const string Version = "1.";

    /// <summary>What each event chose.</summary>
    public byte[] Choices => choices;

    /// <summary>The branch that it was handed over from.</summary>
    public Branch? Parent => parent;

    /// <summary>How many branches were handed over while this one was visited.</summary>
    public int HandedOver { get; private set; }

    /// <summary>A branch of this one.</summary>
    public Branch Add(byte[] more)
    {
        HandedOver++;
        return new Branch(more, this);
    }

    /// <summary>Reads a text that <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Branch Parse(string text) => text.StartsWith(Version, StringComparison.Ordinal)
        ? new Branch(Convert.FromBase64String(text[Version.Length..]))
        : throw new FormatException($"'{text}' is no branch of a search of this version");

    /// <summary>The choices as a text on one line, the same for the same graph.</summary>
    public override string ToString() => $"{Version}{Convert.ToBase64String(choices)}";
}
