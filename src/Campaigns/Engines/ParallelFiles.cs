namespace Campaigns.Engines;

/// <summary>A list of commands, a line each, as GNU parallel and xargs take it.</summary>
public static class ParallelFiles
{
    /// <summary>The commands of all shards.</summary>
    public static string Commands(string name, string plan, int shards) => string.Concat(
        Enumerable.Range(1, shards).Select(shard =>
            $"${{STRESS:-stress}} campaign work {plan} --shard {shard}/{shards} --out {name}-records\n"));
}
