using System.Text.Json.Serialization;

namespace Stress.List;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ListReport))]
internal sealed partial class ListReportJson : JsonSerializerContext;
