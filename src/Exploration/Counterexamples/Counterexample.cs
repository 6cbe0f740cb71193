using System.Text;

namespace Exploration.Counterexamples;

/// <summary>An execution that a scenario forbids.</summary>
/// <param name="Violation">What is wrong with it.</param>
/// <param name="Preemptions">Fewest preemptions of an order of its steps.</param>
/// <param name="Steps">Its operations in that order; steps are numbered from 1.</param>
/// <param name="Reorderings"> Which steps are in a data race, if any; then, for weak memory, one sentence for each read
/// or write that the order does not explain.
/// </param>
public sealed record Counterexample(
    string Violation, int Preemptions, IReadOnlyList<CounterexampleStep> Steps, IReadOnlyList<string> Reorderings)
{
    /// <summary>The names of the actors, in the order of the table's columns.</summary>
    public IReadOnlyList<string> Threads() =>
        [.. Steps.Select(step => step.Thread).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// The table as plain text: a row for each step, a column for each thread and one for sites, then the reorderings.
    /// </summary>
    public string ToText()
    {
        IReadOnlyList<string> threads = Threads();
        int[] widths =
            [.. threads.Select(thread => Steps.Where(step => step.Thread == thread).Max(step => step.ToText().Length))];
        StringBuilder text = new($"{Violation}\nstep");
        for (int thread = 0; thread < threads.Count; thread++)
        {
            widths[thread] = Math.Max(widths[thread], threads[thread].Length);
            text.Append($"  {threads[thread].PadRight(widths[thread])}");
        }

        for (int index = 0; index < Steps.Count; index++)
        {
            text.Append($"\n{index + 1,4}");
            for (int thread = 0; thread < threads.Count; thread++)
            {
                string cell = Steps[index].Thread == threads[thread] ? Steps[index].ToText() : "";
                text.Append($"  {cell.PadRight(widths[thread])}");
            }

            string site = Steps[index].ToSiteText();
            text.Append(site.Length == 0 ? "" : $"  {site}");
        }

        return text.Append(string.Concat(Reorderings.Select(sentence => $"\n{sentence}"))).ToString();
    }
}
