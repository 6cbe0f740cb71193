namespace Scenarios.Selection;

/// <summary>Names of the seqcount's protocols.</summary>
public static class Protocols
{
    /// <summary>Patch 06: writers never wait, every update an atomic add.</summary>
    public const string Shared = "shared";

    /// <summary>Patch 16: one writer alone takes a bit by compare-and-swap and updates plainly.</summary>
    public const string Exclusive = "exclusive";

    /// <summary>Patch 18: as exclusive, with an add in place of the compare-and-swap.</summary>
    public const string AddReturn = "add-return";

    /// <summary>
    /// As exclusive, with the shared writers in a word of their own, so that an exclusive section ends with a plain
    /// store.
    /// </summary>
    public const string TwoWord = "two-word";

    /// <summary>As two-word, with writers that look again for a while before they share.</summary>
    public const string Patient = "patient";

    /// <summary>Every name.</summary>
    public static IReadOnlyList<string> Names { get; } = [Shared, Exclusive, AddReturn, TwoWord, Patient];

    /// <summary>All names with a line on each.</summary>
    public static IReadOnlyList<(string Name, string Description)> All { get; } =
    [
        (Shared, "Writers never wait for each other; every update is an atomic add (patch 06)."),
        (Exclusive, "A writer alone takes a bit by compare-and-swap and updates plainly; others share (patch 16)."),
        (AddReturn, "As exclusive, with an atomic add in place of the compare-and-swap (patch 18)."),
        (TwoWord,
            "As exclusive, with the shared writers in a word of their own: a writer alone ends with a plain store."),
        (Patient, "As two-word; a writer that meets another one waits a little before it shares."),
    ];
}
