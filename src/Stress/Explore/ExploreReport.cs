using System.Text.Json;
using System.Text.Json.Serialization;
using Stress.CommandLine;
using Stress.Reporting;

namespace Stress.Explore;

/// <summary>
/// The JSON of <c>explore</c>: a single result's fields stand in the report itself, several under <c>results</c>.
/// </summary>
/// <param name="Head">The command that made it.</param>
/// <param name="Results">A result for each model, at least one.</param>
internal sealed record ExploreReport(ReportHead Head, [property: JsonIgnore] IReadOnlyList<ExploreResult> Results)
    : VerbReport(Head)
{
    private const string ResultsField = "results";

    /// <summary>What stands behind the common head.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Fields { get; } = FieldsOf(Results);

    /// <summary>The results in the JSON of a report, the only one included.</summary>
    /// <exception cref="JsonException">It is no report of <c>explore</c>.</exception>
    public static IReadOnlyList<ExploreResult> ResultsIn(string json)
    {
        using JsonDocument report = JsonDocument.Parse(json);
        if (report.RootElement.ValueKind == JsonValueKind.Object
            && report.RootElement.TryGetProperty(ResultsField, out JsonElement several))
        {
            return several.Deserialize(ExploreReportJson.Default.ExploreResultArray) is { Length: > 0 } results
                && !results.Contains(null)
                    ? results
                    : throw new JsonException("no result");
        }

        return [report.Deserialize(ExploreReportJson.Default.ExploreResult) ?? throw new JsonException("no result")];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Check> Checks() => [.. Results.SelectMany(result => result.Checks())];

    private static Dictionary<string, JsonElement> FieldsOf(IReadOnlyList<ExploreResult> results)
    {
        if (results is not [ExploreResult only])
        {
            ExploreResult[] several = [.. results];
            return new()
            {
                [ResultsField] =
                JsonSerializer.SerializeToElement(several, ExploreReportJson.Default.ExploreResultArray)
            };
        }

        // The report's own verdict is the only result's.
        return JsonSerializer.SerializeToElement(only, ExploreReportJson.Default.ExploreResult).EnumerateObject()
            .Where(field => field.Name is not ("verdict" or "exitCode"))
            .ToDictionary(field => field.Name, field => field.Value);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExploreReport))]
[JsonSerializable(typeof(ExploreResult))]
[JsonSerializable(typeof(ExploreResult[]))]
internal sealed partial class ExploreReportJson : JsonSerializerContext;
