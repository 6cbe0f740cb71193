using System.Text.Json.Serialization;

namespace Stress.Litmus;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LitmusReport))]
internal sealed partial class LitmusReportJson : JsonSerializerContext;
