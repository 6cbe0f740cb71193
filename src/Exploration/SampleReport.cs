namespace Exploration;

/// <summary>What was drawn at random, and how likely it was to find something.</summary>
/// <param name="Drawn">Executions drawn, blocked ones included.</param>
/// <param name="Distinct">How many of them differ as execution graphs.</param>
/// <param name="Discarded">
/// Draws that came to nothing, because a write would have come out of a speculation; under <c>dotnet</c> only.
/// </param>
/// <param name="Seed">Seed of the first draw; each later one has the next.</param>
/// <param name="Depth">Accesses that a draw puts off, at most.</param>
/// <param name="History">Among how many of a word's newest writes such an access chooses.</param>
/// <param name="Accesses">Accesses of the longest of the executions that were drawn first, to know the size.</param>
/// <param name="LongerDraws">Draws with more accesses: those beyond were never put off.</param>
/// <param name="Probability">
/// Lower bound on the probability that a draw is a given execution that needs <paramref name="Depth"/> accesses put
/// off, if it has no more than <paramref name="Accesses"/>.
/// </param>
/// <param name="CounterexampleSeed">Seed that draws the counterexample; null without one.</param>
public sealed record SampleReport(
    long Drawn, long Distinct, long Discarded, long Seed, int Depth, int History, int Accesses, long LongerDraws,
    double Probability, long? CounterexampleSeed)
{
    /// <summary>The same for all draws together.</summary>
    public double ProbabilityOfAll => -double.ExpM1(Drawn * double.LogP1(-Probability));
}
