using System.Text.Json;

namespace Harness;

/// <summary>Verdicts in words, and what several come to.</summary>
public static class Verdicts
{
    private static readonly Verdict[] WorstFirst =
        [Verdict.Violation, Verdict.UnsupportedCode, Verdict.UnsupportedHost, Verdict.Inconclusive, Verdict.Pass];

    /// <summary>
    /// The worst of several: a violation, else what is not supported, else what is inconclusive; a pass if all are.
    /// None at all are inconclusive.
    /// </summary>
    public static Verdict Worst(this IEnumerable<Verdict> verdicts)
    {
        Verdict[] all = [.. verdicts];
        return all.Length == 0 ? Verdict.Inconclusive : WorstFirst.First(all.Contains);
    }

    /// <summary>A verdict in one word, as in the JSON, such as <c>unsupportedHost</c>.</summary>
    public static string Word(this Verdict verdict) => JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString());
}
