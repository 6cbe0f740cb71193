using Stress.Bench.Cases;

namespace Stress.Bench.Ratios;

/// <summary>Which ratios were asked for: those of chosen schemes on chosen patterns.</summary>
/// <param name="schemes">Chosen schemes, with their protocols.</param>
/// <param name="patterns">Names of chosen patterns.</param>
internal sealed class RatioChoice(IReadOnlyList<BenchScheme> schemes, IReadOnlyList<string> patterns)
{
    private const string TrackerName = "rmap-id";

    /// <summary>
    /// Whether the tracker itself is among them: ratios of one thread's loops and of whole runs are about it.
    /// </summary>
    public bool HasTracker { get; } = schemes.Any(scheme => scheme.Name == TrackerName);

    /// <summary>Chosen schemes of a kind; none if the pattern is not chosen.</summary>
    public IEnumerable<BenchScheme> Schemes(string pattern, Func<BenchScheme, bool> which) =>
        patterns.Contains(pattern) ? schemes.Where(which) : [];
}
