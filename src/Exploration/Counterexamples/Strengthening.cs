namespace Exploration.Counterexamples;

/// <summary>The last sentence of an explanation: what would keep two accesses in order, and where.</summary>
internal static class Strengthening
{
    private static readonly string[] s_beginnings =
        ["A Volatile.Write at ", "A Volatile.Read at ", "An Interlocked.MemoryBarrier before "];

    /// <summary>A write that stays behind everything.</summary>
    public static string Release(int step) => Sentence(s_beginnings[0], $"step {step}");

    /// <summary>A read that stays before everything.</summary>
    public static string Acquire(int step) => Sentence(s_beginnings[1], $"step {step}");

    /// <summary>A full fence.</summary>
    public static string Barrier(int step) => Sentence(s_beginnings[2], $"step {step}");

    /// <summary>Names file and line instead of the step, where they are known.</summary>
    public static string NameSite(string explanation, IReadOnlyList<CounterexampleStep> steps)
    {
        for (int index = 0; index < steps.Count; index++)
        {
            foreach (string beginning in s_beginnings)
            {
                if (steps[index].File is string file)
                {
                    explanation = explanation.Replace(
                        Sentence(beginning, $"step {index + 1}"),
                        Sentence(beginning, $"{SourcePath.NameOf(file)}:{steps[index].Line}"),
                        StringComparison.Ordinal);
                }
            }
        }

        return explanation;
    }

    private static string Sentence(string beginning, string place) => $"{beginning}{place} would.";
}
