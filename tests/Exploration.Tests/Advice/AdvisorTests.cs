using Scenarios.Catalogue;

namespace Exploration.Tests.Advice;

/// <summary>A weaker operation in the place of one of the tracker's, and whether a scenario breaks with it.</summary>
public sealed class AdvisorTests
{
    [Theory]
    [InlineData("mm-publish", "mms", "breaks: plain (`mms`)")]
    [InlineData("publish", "publish", "breaks: plain (`publish`)")]
    public void An_access_that_must_not_be_plain_is_found(string id, string scenario, string result)
    {
        ScenarioEntry entry = ScenarioCatalogue.Find(scenario);
        Assert.Equal(result, new TrackerAdvice([entry.Create(entry.Defaults)]).ResultOf(id));
    }
}
