namespace Stress.Bench.Cases;

/// <summary>What the threads of a measurement do.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Kind">Which folios they work on.</param>
/// <param name="Folios">Folios that they have in common; with private folios, one for each thread.</param>
/// <param name="ReadPercent">Share of decisions among the operations; the others map or unmap.</param>
internal sealed record Pattern(string Name, string Description, PatternKind Kind, int Folios, int ReadPercent)
{
    /// <summary>The patterns in the order of the tables.</summary>
    public static IReadOnlyList<Pattern> All { get; } =
    [
        new("private", "Each thread maps and unmaps a page of its own folio.", PatternKind.Private, 1, 0),
        new("private-unpadded", "The same, with folios that share cache lines.", PatternKind.PrivateUnpadded, 1, 0),
        new("one-folio", "All threads map and unmap a page of one folio.", PatternKind.Common, 1, 0),
        new("8-folios", "All threads map and unmap pages of 8 folios.", PatternKind.Common, 8, 0),
        new("readers", "All threads decide about one idle folio.", PatternKind.Common, 1, 100),
        new("reads-10", "One folio, 10 % decisions.", PatternKind.Common, 1, 10),
        new("reads-50", "One folio, 50 % decisions.", PatternKind.Common, 1, 50),
        new("reads-90", "One folio, 90 % decisions.", PatternKind.Common, 1, 90),
        new("fork-storm", "Children map all pages of 16 folios in batches and unmap them.", PatternKind.Fork, 16, 0),
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(pattern => pattern.Name)];

    /// <summary>Whether a scheme can show what the pattern asks about.</summary>
    public bool Suits(BenchScheme scheme) => Kind != PatternKind.PrivateUnpadded || scheme.Scheme.IsInFolio;
}
