using System.Text.Json.Serialization;

namespace Stress.Bench.Ratios;

/// <summary>Reads the ratios of another process's report.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RatioRow[]))]
internal sealed partial class RatioRowsJson : JsonSerializerContext;
