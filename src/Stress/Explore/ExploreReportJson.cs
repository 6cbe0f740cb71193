using System.Text.Json.Serialization;

namespace Stress.Explore;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExploreReport))]
[JsonSerializable(typeof(ExploreResult))]
internal sealed partial class ExploreReportJson : JsonSerializerContext;
