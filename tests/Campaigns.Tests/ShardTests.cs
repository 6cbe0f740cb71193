using Campaigns.Work;
using CsCheck;

namespace Campaigns.Tests;

public class ShardTests
{
    [Theory]
    [InlineData("5/4")]
    [InlineData("0/4")]
    [InlineData("1/0")]
    [InlineData("1")]
    [InlineData("1/2/3")]
    [InlineData("-1/2")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("1/9999999")]
    public void What_is_no_shard_is_refused(string text) => Assert.Null(Shard.TryParse(text));

    [Theory]
    [InlineData("2/8", "SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_TASK_COUNT=8 SLURM_ARRAY_TASK_MIN=1")]
    [InlineData("3/8", "SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_TASK_COUNT=8 SLURM_ARRAY_TASK_MIN=0")]
    [InlineData("1/4", "JOB_COMPLETION_INDEX=0 JOB_COMPLETIONS=4")]
    [InlineData("4/4", "TEST_SHARD_INDEX=3 TEST_TOTAL_SHARDS=4")]
    [InlineData("3/5", "CI_NODE_INDEX=3 CI_NODE_TOTAL=5")]
    public void A_scheduler_says_which_worker_this_is(string expected, string variables) =>
        Assert.Equal(Shard.TryParse(expected), FromVariables(variables));

    [Theory]
    [InlineData("TEST_SHARD_INDEX=4 TEST_TOTAL_SHARDS=4")]
    [InlineData("CI_NODE_INDEX=0 CI_NODE_TOTAL=4")]
    [InlineData("JOB_COMPLETION_INDEX=1")]
    [InlineData("SLURM_ARRAY_TASK_ID=x SLURM_ARRAY_TASK_COUNT=8")]
    public void Variables_that_name_no_shard_are_refused(string variables) =>
        Assert.Contains("names no shard", Assert.Throws<CampaignException>(() => FromVariables(variables)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Schedulers_within_each_other_have_to_name_one_shard()
    {
        Assert.Equal(Shard.TryParse("2/4"),
            FromVariables("CI_NODE_INDEX=2 CI_NODE_TOTAL=4 JOB_COMPLETION_INDEX=1 JOB_COMPLETIONS=4"));
        string refused = Assert.Throws<CampaignException>(() =>
            FromVariables("CI_NODE_INDEX=2 CI_NODE_TOTAL=4 TEST_SHARD_INDEX=2 TEST_TOTAL_SHARDS=4")).Message;
        Assert.Contains("TEST_SHARD_INDEX names shard 3/4 and CI_NODE_INDEX 2/4", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_variables_there_is_no_shard() => Assert.Null(FromVariables("OTHER=1"));

    [Fact]
    public void Shards_share_all_cells_and_none_twice() =>
        Gen.Select(Gen.Int[0, 50], Gen.Int[1, 70]).Sample((cells, shards) => Assert.Equal(
            Enumerable.Range(0, cells),
            Enumerable.Range(1, shards)
                .SelectMany(index => new Shard(index, shards).Of(Enumerable.Range(0, cells))).Order()));

    private static Shard? FromVariables(string variables)
    {
        Dictionary<string, string> values = variables.Split(' ').Select(each => each.Split('='))
            .ToDictionary(each => each[0], each => each[1]);
        return Shard.FromEnvironment(name => values.GetValueOrDefault(name));
    }
}
