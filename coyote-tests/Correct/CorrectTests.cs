using CoyoteTests.Exploration;
using CoyoteTests.Replay;
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
        Assert.SkipWhen(CorrectCases.IsBetween(variant) && !Tier.IsLong,
            $"between two sizes that are explored: {Tier.Variable}=long");
        Strategy strategy = Strategy.Find(strategyName);
        ExplorationResult result = Explorer.Explore(variant.Create(), strategy, Tier.CorrectSchedules, Seeds.Chosen);
        report.Add(result);
        if (result.Found)
        {
            Assert.Fail($"{result}: {result.Violation} {SavedTrace.Of(name, result)}");
        }

        Assert.Equal(Tier.CorrectSchedules, result.Schedules);
        Assurance.IsNotVacuous(result);
        Assert.Equal(0, result.BoundedSchedules);
        Assert.InRange(result.DistinctSchedules, variant.MinSchedules(result.Actors), Tier.CorrectSchedules);
        Assert.InRange(result.Outcomes.Count, variant.MinOutcomes, int.MaxValue);
        Assert.True(!variant.HandsOver || result.WaitingSchedules > 0,
            $"{result}: nobody waited for an exclusive writer");
    }

    [Fact]
    public void The_name_of_a_variant_says_which_it_is() =>
        Assert.All(CorrectCases.All, variant => Assert.Equal(variant, VariantName.Parse(variant.Name)));

    [Theory]
    [InlineData("")]
    [InlineData("seqcounts")]
    [InlineData("seqcount 5W")]
    [InlineData("seqcount 7V")]
    [InlineData("seqcount sharing")]
    [InlineData("ids exclusive")]
    [InlineData("weak-writer two-word")]
    [InlineData("hand-over-words shared")]
    [InlineData("ids acquire")]
    [InlineData("seqcount writer-no-step")]
    public void What_names_no_variant_is_refused(string name) => Assert.Null(VariantName.Parse(name));
}
