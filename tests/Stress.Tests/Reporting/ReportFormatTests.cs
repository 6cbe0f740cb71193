using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using System.Xml.Schema;
using Harness;
using Json.Schema;
using Stress.Reporting;

namespace Stress.Tests.Reporting;

/// <summary>The formats, held to their published schemas where those lie beside the repository.</summary>
public class ReportFormatTests
{
    private static readonly Check[] Checks =
    [
        new("seqcount under sc", Verdict.Pass, "every execution was visited", 1.5),
        new("seqcount under tso", Verdict.Inconclusive, "the limit of 10 executions", 0.25),
        new("seqcount under rc11", Verdict.Violation, "torn: <1, 2> & \u0001", 1234.5)
        {
            Findings =
            [
                new Finding("explore/seqcount", "torn: <1, 2> & \u0001")
                {
                    Steps =
                    [
                        new FindingStep("writer 0", "add sequence: 0 -> 1", "src/Tracker/Writing/A b.cs", 31),
                        new FindingStep("reader 0", "barrier", null, null),
                        new FindingStep("reader 0", "read plain value 0: 100 %", "src/Tracker/Reading/B.cs", 7),
                    ],
                },
                new Finding("explore/seqcount", "a second one, without steps"),
            ],
        },
        new("seqcount on ia64", Verdict.UnsupportedHost, "no such machine", 0),
    ];

    [Fact]
    public void JUnit_has_a_case_for_each_check_and_counts_what_did_not_pass()
    {
        XElement suite = XDocument.Parse(Text(stream => JUnitReport.Write(stream, "explore", Checks))).Root!.Element(
            "testsuite")!;
        Assert.Equal("4 1 1 1", string.Join(' ',
            ((string[])["tests", "failures", "errors", "skipped"]).Select(name => suite.Attribute(name)!.Value)));
        Assert.Equal(
            ["seqcount under sc ", "seqcount under tso error", "seqcount under rc11 failure",
                "seqcount on ia64 skipped"],
            suite.Elements("testcase")
                .Select(each => $"{each.Attribute("name")!.Value} {each.Elements().SingleOrDefault()?.Name}"));
        Assert.Contains("read plain value 0: 100 %  at src/Tracker/Reading/B.cs:7",
            suite.Descendants("failure").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void JUnit_keeps_to_its_schema()
    {
        XmlSchemaSet schemas = new();
        schemas.Add(null, SchemaPath("junit-10.xsd"));
        List<string> errors = [];
        XDocument.Parse(Text(stream => JUnitReport.Write(stream, "explore", Checks)))
            .Validate(schemas, (_, error) => errors.Add(error.Message));
        Assert.Empty(errors);
        XDocument.Parse("<testsuites><testsuite/></testsuites>")
            .Validate(schemas, (_, error) => errors.Add(error.Message));
        Assert.NotEmpty(errors);
    }

    [Fact]
    public void Sarif_has_a_result_for_each_finding_with_the_lines_of_its_steps()
    {
        JsonNode run = Sarif()["runs"]![0]!;
        JsonArray results = run["results"]!.AsArray();
        Assert.Equal(2, results.Count);
        JsonNode place = results[0]!["locations"]![0]!["physicalLocation"]!;
        Assert.Equal("src/Tracker/Reading/B.cs:7",
            $"{place["artifactLocation"]!["uri"]}:{place["region"]!["startLine"]}");
        Assert.Equal(
            ["src/Tracker/Writing/A%20b.cs:31", "src/Tracker/Reading/B.cs:7"],
            results[0]!["codeFlows"]![0]!["threadFlows"]![0]!["locations"]!.AsArray()
                .Select(each => each!["location"]!["physicalLocation"]!)
                .Select(each => $"{each["artifactLocation"]!["uri"]}:{each["region"]!["startLine"]}"));
        Assert.Null(results[1]!["locations"]);
        Assert.Equal(["explore/seqcount"],
            run["tool"]!["driver"]!["rules"]!.AsArray().Select(rule => (string)rule!["id"]!));
        Assert.False((bool)run["invocations"]![0]!["executionSuccessful"]!);
        Assert.Equal(2, run["invocations"]![0]!["toolExecutionNotifications"]!.AsArray().Count);
    }

    [Fact]
    public void Sarif_keeps_to_its_schema()
    {
        // It is of draft 4, which calls its own name id; of the rest it uses nothing that draft 7 changed.
        JsonObject text = JsonNode.Parse(File.ReadAllText(SchemaPath("sarif-schema-2.1.0.json")))!.AsObject();
        text.Remove("id");
        text["$schema"] = "http://json-schema.org/draft-07/schema#";
        JsonSchema schema = JsonSchema.FromText(text.ToJsonString());
        Assert.True(IsValid(schema, Sarif()));
        JsonObject broken = Sarif();
        broken["runs"]![0]!["results"]![0]!["level"] = "catastrophe";
        Assert.False(IsValid(schema, broken));
    }

    [Fact]
    public void GitHub_gets_an_annotation_for_each_finding_and_for_each_check_without_an_answer() =>
        Assert.Equal(
            [
                "::warning title=stress explore%3A seqcount under tso::the limit of 10 executions",
                "::error file=src/Tracker/Reading/B.cs,line=7,title=stress explore%3A seqcount under "
                + "rc11::torn: <1, 2> & \u0001",
                "::error title=stress explore%3A seqcount under rc11::a second one, without steps",
                "::warning title=stress explore%3A seqcount on ia64::no such machine",
            ],
            GitHubReport.Annotations("explore", Checks));

    [Fact]
    public void An_annotation_stays_one_line() =>
        Assert.Equal(
            ["::error title=stress run%3A a%2Cb::100 %25%0Aof it"],
            GitHubReport.Annotations("run", [new Check("a,b", Verdict.Violation, "100 %\nof it", 1)]));

    [Fact]
    public void The_summary_of_a_job_has_a_row_for_each_check_and_the_steps()
    {
        string summary = GitHubReport.Summary("explore", Checks);
        Assert.Contains("| seqcount under tso | inconclusive | the limit of 10 executions | 0.3 |", summary,
            StringComparison.Ordinal);
        Assert.Contains("1. reader 0: read plain value 0: 100 %, `src/Tracker/Reading/B.cs:7`", summary,
            StringComparison.Ordinal);
    }

    private static JsonObject Sarif() =>
        JsonNode.Parse(Text(stream => SarifReport.Write(stream, "explore", Checks)))!.AsObject();

    private static bool IsValid(JsonSchema schema, JsonObject report) =>
        schema.Evaluate(System.Text.Json.JsonSerializer.SerializeToElement(report)).IsValid;

    private static string Text(Action<Stream> write)
    {
        using MemoryStream stream = new();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    internal static string SchemaPath(string name)
    {
        string path = Path.Combine(Repository.Root, "..", "shared", "schemas", name);
        Assert.SkipUnless(File.Exists(path),
            $"no {name} in ../shared/schemas: the published schemas are not part of the repository");
        return path;
    }
}
