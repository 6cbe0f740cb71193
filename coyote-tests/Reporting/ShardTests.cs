using System.Diagnostics;
using System.Xml.Linq;

namespace CoyoteTests.Reporting;

/// <summary>These tests in shards, as a campaign runs them.</summary>
public class ShardTests
{
    private const int Shards = 3;

    /// <summary>Tests of one method, which take no time.</summary>
    private const string Method = "CoyoteTests.Correct.CorrectTests.What_names_no_variant_is_refused";

    [Fact]
    public void The_reports_of_shards_have_each_test_once()
    {
        XDocument[] reports = [.. Enumerable.Range(0, Shards).Select(Report)];
        string[] all = [.. reports[0].Descendants("testcase").Select(Name).Order(StringComparer.Ordinal)];
        Assert.Equal(10, all.Length);
        Assert.Equal(all, reports.SelectMany(report => report.Descendants("testcase"))
            .Where(test => test.Element("skipped") is null).Select(Name).Order(StringComparer.Ordinal));
    }

    private static string Name(XElement test) => test.Attribute("name")!.Value;

    private static XDocument Report(int shard)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("coyote-junit-");
        try
        {
            string junit = Path.Combine(folder.FullName, "tests.xml");
            ProcessStartInfo start = new(
                Path.Combine(AppContext.BaseDirectory, "coyote-tests"),
                ["-method", Method, "-result-junit", junit])
            {
                RedirectStandardOutput = true,
            };
            start.Environment["TEST_SHARD_INDEX"] = $"{shard}";
            start.Environment["TEST_TOTAL_SHARDS"] = $"{Shards}";
            start.Environment["STRESS_COYOTE_REPORT"] = Path.Combine(folder.FullName, "coyote.json");
            using Process process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return XDocument.Load(junit);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
