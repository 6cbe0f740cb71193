using Scenarios.Litmus;

namespace Exploration.Tests;

/// <summary>A grade is given only if the searches that it rests on were complete.</summary>
public class OutcomeGradesTests
{
    private const string Interleaved = "P0.r1=0 P1.r1=1";
    private const string Buffered = "P0.r1=0 P1.r1=0";
    private const string Impossible = "P0.r1=7 P1.r1=0";

    private static readonly LitmusScenario StoreBuffering =
        LitmusCatalogue.Tests.Single(test => test.Name == "iwp2-3-a-amd4-sb").ToScenario(LitmusAccess.Plain);

    [Fact]
    public void Complete_searches_grade_everything()
    {
        OutcomeGrades grades = Grade(limit: long.MaxValue);
        Assert.True(grades.IsComplete);
        Assert.Equal("Sc", Describe(grades, Interleaved));
        Assert.Equal("Tso", Describe(grades, Buffered));
        Assert.Equal("forbidden", Describe(grades, Impossible));
        Assert.Equal(4, grades.Reachable.Count);
    }

    /// <summary>Three executions under sc, four under the others: a limit of four ends those two alone.</summary>
    [Fact]
    public void An_outcome_under_a_strong_model_is_graded_although_a_weaker_search_was_ended()
    {
        OutcomeGrades grades = Grade(limit: 4);
        Assert.False(grades.IsComplete);
        Assert.All(grades.Reachable.Where(outcome => outcome != Buffered),
            outcome => Assert.Equal("Sc", Describe(grades, outcome)));
        Assert.Equal("Tso", Describe(grades, Buffered));
        Assert.Equal("not known", Describe(grades, Impossible));
    }

    [Fact]
    public void An_outcome_that_a_stronger_search_had_no_time_to_find_has_no_grade()
    {
        for (int limit = 1; limit <= 3; limit++)
        {
            OutcomeGrades grades = Grade(limit);
            Assert.False(grades.IsComplete);
            Assert.Equal("not known", Describe(grades, Impossible));
            Assert.Equal(limit, grades.Reachable.Count(outcome => Describe(grades, outcome) == "Sc"));
            Assert.All(grades.Reachable,
                outcome => Assert.Contains(Describe(grades, outcome), (string[])["Sc", "not known"]));
        }
    }

    private static OutcomeGrades Grade(long limit) => OutcomeGrades.Of(
        StoreBuffering, new ExplorationOptions { LimitExecutions = limit }, TestContext.Current.CancellationToken);

    private static string Describe(OutcomeGrades grades, string outcome) =>
        grades.TryGrade(outcome, out ModelName? strongest)
            ? $"{strongest}" is { Length: > 0 } name ? name : "forbidden"
            : "not known";
}
