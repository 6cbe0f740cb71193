using Harness;

namespace Stress.Litmus;

/// <summary>What came of a plan.</summary>
/// <param name="Control">Store buffering, run first.</param>
/// <param name="Results">The tests that were run.</param>
/// <param name="Left">How many were left out, because somebody interrupted.</param>
internal sealed record LitmusSession(LitmusSweep Control, IReadOnlyList<LitmusResult> Results, int Left)
{
    /// <summary>The worst verdict of a test; what was left out cannot pass.</summary>
    public Verdict Verdict { get; } =
        Results.Select(result => result.Verdict).Concat(Left > 0 ? [Verdict.Inconclusive] : []).Worst();

    /// <summary>Why the verdict is what it is, in one sentence.</summary>
    public string Reason
    {
        get
        {
            LitmusResult[] deciding = [.. Results.Where(result => result.Verdict == Verdict)];
            return deciding.Length == 0 ? $"interrupted before {Left} of the tests"
                : Results.Count == 1 || Verdict == Verdict.Pass ? deciding[0].Reason
                : $"{deciding.Length} of {Results.Count} tests, {deciding[0].Test} first: {deciding[0].Reason}";
        }
    }

    /// <summary>
    /// Runs a plan. Before the tests, store buffering must show an outcome that no interleaving makes: else the threads
    /// did not really run at once, and nothing seen means anything.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="printer">Where people read.</param>
    /// <param name="cancellation">Ends it early; tests that were not begun are left out, all but the first.</param>
    public static LitmusSession Run(LitmusPlan plan, LitmusPrinter printer, CancellationToken cancellation)
    {
        printer.Start(plan);
        LitmusSweep control = LitmusSweep.Run(LitmusPlan.Control, plan.ControlBudget, plan.Affinity, cancellation);
        printer.Control(control);
        List<LitmusResult> results = [];
        foreach (string test in plan.Tests)
        {
            if (results.Count == 0 || !cancellation.IsCancellationRequested)
            {
                results.Add(LitmusResult.Of(
                    LitmusSweep.Run(test, plan.BudgetOfTest, plan.Affinity, cancellation), control));
            }
        }

        return new LitmusSession(control, results, plan.Tests.Count - results.Count);
    }
}
