using System.Xml.Linq;

namespace Campaigns.Work;

/// <summary>What the tests of one shard came to; those of other shards are not counted.</summary>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Skipped">Tests of this shard that were skipped.</param>
/// <param name="Failed">The names of those that failed.</param>
public sealed record TestOutcomes(int Passed, int Skipped, IReadOnlyList<string> Failed)
{
    /// <summary>The reason with which a project skips the tests of other shards (<c>ShardAttribute</c>).</summary>
    public const string OtherShard = "a test of another shard";

    /// <summary>Reads a report in JUnit's form.</summary>
    /// <param name="path">Its path.</param>
    public static TestOutcomes Read(string path)
    {
        XElement[] mine = [.. XDocument.Load(path).Descendants("testcase")
            .Where(test => test.Element("skipped")?.Value != OtherShard)];
        string[] failed =
            [.. mine.Where(test => test.Element("failure") is not null || test.Element("error") is not null)
            .Select(test => test.Attribute("name")!.Value).Order(StringComparer.Ordinal)];
        int skipped = mine.Count(test => test.Element("skipped") is not null);
        return new TestOutcomes(mine.Length - skipped - failed.Length, skipped, failed);
    }
}
