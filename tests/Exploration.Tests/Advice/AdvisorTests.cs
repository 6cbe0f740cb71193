using Scenarios.Catalogue;

namespace Exploration.Tests.Advice;

/// <summary>The advisor puts a weaker operation in the place of one of the tracker's, and a scenario says whether that matters.</summary>
public sealed class AdvisorTests
{
    [Theory]
    [InlineData("mm-publish", "mms", "needed against plain (`mms`)")]
    [InlineData("publish", "publish", "needed against plain (`publish`)")]
    public void An_access_that_must_not_be_plain_is_found(string id, string scenario, string result)
    {
        ScenarioEntry entry = ScenarioCatalogue.Find(scenario);
        Assert.Equal(result, new TrackerAdvice([entry.Create(entry.Defaults)]).ResultOf(id));
    }
}
