using System.Xml.Linq;
using System.Xml.Schema;
using Stress.CommandLine;
using Stress.Tests.CommandLine;
using Stress.Tests.Reporting;

namespace Stress.Tests.Campaign;

/// <summary>Test projects as a campaign, and what CI reads of them.</summary>
public sealed class TestCampaignTests : IDisposable
{
    private static readonly string[] Classes = ["Litmus.LitmusTests", "Coverage.CoverageTests",
        "Liveness.LivenessTests"];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_report_for_CI_has_each_test_under_each_strategy_and_keeps_to_its_schema()
    {
        TestProject.Write(_folder.PathOf("."));
        string plan = _folder.PathOf("plan.json");
        string records = _folder.PathOf("records");
        string junit = _folder.PathOf("merged.xml");
        Assert.Equal(ExitCode.Pass, Invoked.Stress(
            "campaign", "plan", plan, "--cells", "3", "--", "coyote", _folder.PathOf("."), "2", "FAILING=33").ExitCode);
        foreach (string shard in new[] { "1/2", "2/2" })
        {
            Assert.Equal(ExitCode.Pass,
                Invoked.Stress("campaign", "work", plan, "--shard", shard, "--out", records).ExitCode);
        }

        Assert.Equal(ExitCode.Violation,
            Invoked.Stress("campaign", "merge", plan, records, "--report", $"junit={junit}").ExitCode);
        XDocument report = XDocument.Load(junit);
        XElement[] tests = [.. report.Descendants("testcase")];
        Assert.Equal(1 + (2 * 100), tests.Length);
        Assert.Equal(["campaign merge", "test 33, pct", "test 33, random"],
            tests.Where(test => test.Element("failure") is not null).Select(test => test.Attribute("name")!.Value));
        XmlSchemaSet schemas = new();
        schemas.Add(null, ReportFormatTests.SchemaPath("junit-10.xsd"));
        List<string> errors = [];
        report.Validate(schemas, (_, error) => errors.Add(error.Message));
        Assert.Empty(errors);
    }

    /// <summary>45 tests of this repository, with 44 explorations of 40 008 schedules.</summary>
    [Fact]
    public void Schedules_of_coyote_tests_are_the_same_for_any_number_of_cells()
    {
        Assert.SkipUnless(Tier.IsLong, "takes five minutes: the long tier");
        string[] merged = [.. new[] { 1, 2, 7, 64 }.Select(cells => Merged($"{cells}"))];
        Assert.All(merged, each => Assert.Equal(merged[0], each));
    }

    private string Merged(string cells)
    {
        string tests = Repository.PathOf("artifacts", "bin", "coyote-tests", Repository.Configuration, "coyote-tests");
        Assert.SkipUnless(File.Exists(tests), "coyote-tests has not been built");
        TestProject.Write(_folder.PathOf("."),
            $"#!/bin/bash\nexec '{tests}' {string.Join(' ', Classes.Select(name => $"-class CoyoteTests.{name}"))} "
            + "\"$@\"\n");
        string plan = _folder.PathOf($"{cells}.json");
        string records = _folder.PathOf(cells);
        Invoked.Stress("campaign", "plan", plan, "--cells", cells, "--", "coyote", _folder.PathOf("."));
        Assert.Equal(ExitCode.Pass,
            Invoked.Stress("campaign", "work", plan, "--shard", "1/1", "--out", records).ExitCode);
        System.Text.Json.Nodes.JsonNode coyote =
            Invoked.Stress("campaign", "merge", plan, records, "--json", "-").Json["merged"]!["coyote"]!;
        return coyote["counts"]!.ToJsonString() + coyote["schedules"]!.ToJsonString();
    }
}
