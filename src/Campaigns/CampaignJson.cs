using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Campaigns.Merging;
using Campaigns.Plans;
using Campaigns.Records;

namespace Campaigns;

/// <summary>How plans, records and reports are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(CellRecord))]
[JsonSerializable(typeof(MergedCampaign))]
[JsonSerializable(typeof(CampaignStatus))]
public sealed partial class CampaignJson : JsonSerializerContext
{
    private static readonly Lazy<CampaignJson> s_exact = new(() => new(new JsonSerializerOptions(Default!.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }));

    /// <summary>The one way to write them: equal values have equal bytes.</summary>
    public static CampaignJson Exact => s_exact.Value;
}
