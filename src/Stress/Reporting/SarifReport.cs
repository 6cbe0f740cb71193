using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness;
using Harness.Hosts;

namespace Stress.Reporting;

/// <summary>
/// Findings as SARIF 2.1.0, which code review tools show beside the lines: each step of a counterexample is a location,
/// and all of them a code flow.
/// </summary>
internal static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    private static readonly JsonWriterOptions Style =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes what the checks of a verb found.</summary>
    public static void Write(Stream stream, string verb, IReadOnlyList<Check> checks)
    {
        JsonNode[] results = [.. checks.SelectMany(Results)];
        JsonObject run = new()
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = "stress",
                    ["version"] = BuildInfo.Version,
                    ["rules"] =
                        new JsonArray([.. checks.SelectMany(check => check.Findings).Select(finding => finding.Rule)
                        .Distinct().Select(rule => new JsonObject { ["id"] = rule })]),
                },
            },
            ["automationDetails"] = new JsonObject { ["id"] = $"stress/{verb}/" },
            ["invocations"] = new JsonArray(new JsonObject
            {
                ["executionSuccessful"] = checks.All(check => check.Verdict is Verdict.Pass or Verdict.Violation),
                ["toolExecutionNotifications"] = new JsonArray([.. checks
                    .Where(check => check.Verdict is not (Verdict.Pass or Verdict.Violation))
                    .Select(check => new JsonObject
                    {
                        ["level"] = "warning",
                        ["message"] = Text($"{check.Name}: {check.Verdict.Word()}: {check.Reason}"),
                    })]),
            }),
            ["columnKind"] = "utf16CodeUnits",
            ["results"] = new JsonArray(results),
        };
        using Utf8JsonWriter writer = new(stream, Style);
        new JsonObject { ["$schema"] = Schema, ["version"] = "2.1.0", ["runs"] = new JsonArray(run) }.WriteTo(writer);
    }

    private static IEnumerable<JsonNode> Results(Check check) => check.Findings.Select(finding =>
    {
        JsonObject result = new()
        {
            ["ruleId"] = finding.Rule,
            ["level"] = "error",
            ["message"] = Text($"{check.Name}: {finding.Message}"),
        };
        if (finding.Place is FindingStep place)
        {
            result["locations"] = new JsonArray(Location(place));
            result["codeFlows"] = new JsonArray(new JsonObject
            {
                ["message"] = Text("The steps of an execution, in order."),
                ["threadFlows"] = new JsonArray(new JsonObject
                {
                    ["locations"] = new JsonArray([.. finding.Steps.Where(step => step.File is not null)
                        .Select(step => new JsonObject { ["location"] = Location(step) })]),
                }),
            });
        }

        return (JsonNode)result;
    });

    private static JsonObject Location(FindingStep step) => new()
    {
        ["physicalLocation"] = new JsonObject
        {
            ["artifactLocation"] = new JsonObject { ["uri"] = UriOf(step.File!) },
            ["region"] = new JsonObject { ["startLine"] = step.Line },
        },
        ["message"] = Text($"{step.Thread}: {step.Text}"),
    };

    /// <summary>A path from the repository's root stays relative: whoever reads the report knows the root.</summary>
    private static string UriOf(string file) => Path.IsPathRooted(file)
        ? new Uri(file).AbsoluteUri
        : Uri.EscapeDataString(file.Replace('\\', '/')).Replace("%2F", "/", StringComparison.Ordinal);

    private static JsonObject Text(string text) => new() { ["text"] = text };
}
