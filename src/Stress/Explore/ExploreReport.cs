using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Stress.CommandLine;
using Stress.Reporting;

namespace Stress.Explore;

/// <summary>The JSON of <c>explore</c>: a single result's fields stand in the report itself, several under <c>results</c>.</summary>
/// <param name="Head">The command that made it.</param>
/// <param name="Results">A result for each model, at least one.</param>
internal sealed record ExploreReport(ReportHead Head, [property: JsonIgnore] IReadOnlyList<ExploreResult> Results)
    : VerbReport(Head)
{
    private const string ResultsField = "results";

    /// <summary>What stands behind the common head.</summary>
    [JsonExtensionData]
    public JsonObject Fields { get; } = FieldsOf(Results);

    /// <summary>The results in the JSON of a report, the only one included.</summary>
    /// <exception cref="JsonException">It is no report of <c>explore</c>.</exception>
    public static IReadOnlyList<ExploreResult> ResultsIn(string json)
    {
        JsonObject report = JsonNode.Parse(json) as JsonObject ?? throw new JsonException("no object");
        return report[ResultsField] is JsonArray several ? [.. several.Select(Read)] : [Read(report)];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Check> Checks() => [.. Results.Select(result => result.ToCheck())];

    private static ExploreResult Read(JsonNode? node) =>
        node.Deserialize(ExploreReportJson.Default.ExploreResult) ?? throw new JsonException("no result");

    private static JsonObject FieldsOf(IReadOnlyList<ExploreResult> results)
    {
        if (results is not [ExploreResult only])
        {
            return new() { [ResultsField] = new JsonArray([.. results.Select(ToJson)]) };
        }

        // The report's own verdict is the only result's.
        JsonObject fields = ToJson(only);
        fields.Remove("verdict");
        fields.Remove("exitCode");
        return fields;
    }

    private static JsonObject ToJson(ExploreResult result) =>
        JsonSerializer.SerializeToNode(result, ExploreReportJson.Default.ExploreResult)!.AsObject();
}
