using Harness;

namespace Stress.Reporting;

/// <summary>One question that a verb has answered: a test case to whoever reads reports of tests.</summary>
/// <param name="Name">What was asked, such as <c>seqcount under dotnet</c>; a verb has each name once.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Seconds">Wall time in seconds.</param>
internal sealed record Check(string Name, Verdict Verdict, string Reason, double Seconds)
{
    /// <summary>What was found wrong; empty without a violation.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
