using System.Text.Json.Serialization;

namespace CoyoteTests.Reporting;

[JsonSerializable(typeof(IReadOnlyList<CoyoteReportEntry>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
internal sealed partial class CoyoteReportJson : JsonSerializerContext;
