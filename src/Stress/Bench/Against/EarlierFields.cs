using System.Text.Json.Serialization;
using Harness.Hosts;
using Stress.Bench.Ratios;
using Stress.Bench.Report;

namespace Stress.Bench.Against;

/// <summary>The fields of a report that a comparison needs.</summary>
/// <param name="Verb">Name of the verb that wrote it.</param>
/// <param name="Commit">The commit that it measured.</param>
/// <param name="Host">The machine that it was measured on.</param>
/// <param name="Rows">Throughput, one row for each case.</param>
/// <param name="Details">In the order of the rows.</param>
/// <param name="Ratios">Ratios measured by turns.</param>
internal sealed record EarlierFields(
    string Verb,
    string Commit,
    HostInfo Host,
    IReadOnlyList<BenchRow> Rows,
    IReadOnlyList<DetailRow> Details,
    IReadOnlyList<RatioRow> Ratios);

/// <summary>A field that is missing or null makes the file no report.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EarlierFields))]
internal sealed partial class EarlierFieldsJson : JsonSerializerContext;
