using CoyoteTests.Exploration;
using CoyoteTests.Reporting;

namespace CoyoteTests.Correct;

/// <summary>What is correct survives, and the report says how much was tried.</summary>
public class CorrectTests(CoyoteReport report)
{
    public static TheoryData<string, string> Cases =>
    [
        .. from variant in CorrectCases.All
           from strategy in CorrectCases.IsCore(variant) ? Strategy.All : [Strategy.Portfolio]
           select (variant.Name, strategy.Name),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_correct_variant_survives(string name, string strategyName)
    {
        CorrectCase variant = CorrectCases.All.Single(candidate => candidate.Name == name);
        Strategy strategy = Strategy.Find(strategyName);
        ExplorationResult result = Explorer.Explore(variant.Create(), strategy, Tier.CorrectSchedules, Seeds.Number(1));
        report.Add(result);
        Assert.Null(result.Violation);
        Assert.Equal(Tier.CorrectSchedules, result.Schedules);
        Assurance.IsNotVacuous(result);

        // What a strategy leaves out belongs to the coverage table; that much is seen by the one that runs every variant.
        if (strategy == Strategy.Portfolio)
        {
            Assert.Equal(0, result.BoundedSchedules);
            Assert.InRange(result.Outcomes.Count, variant.MinOutcomes, int.MaxValue);
        }
    }
}
