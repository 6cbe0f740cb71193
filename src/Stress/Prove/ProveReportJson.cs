using System.Text.Json.Serialization;

namespace Stress.Prove;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProveReport))]
internal sealed partial class ProveReportJson : JsonSerializerContext;
