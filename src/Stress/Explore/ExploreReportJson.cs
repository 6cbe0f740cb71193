using System.Text.Json.Serialization;

namespace Stress.Explore;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExploreReport))]
internal sealed partial class ExploreReportJson : JsonSerializerContext;
