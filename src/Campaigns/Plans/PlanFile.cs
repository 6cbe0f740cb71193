using System.Security.Cryptography;
using System.Text.Json;
using Campaigns.Records;

namespace Campaigns.Plans;

/// <summary>The file of a plan.</summary>
public static class PlanFile
{
    /// <summary>Reads a plan.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="build">The build that asks.</param>
    /// <exception cref="CampaignException">It is no plan, or one of another version or build.</exception>
    public static Plan Read(string path, string build)
    {
        Plan plan = Parse(path);
        return plan.Build != build ? throw new CampaignException(
                $"'{path}' was planned by another build ({plan.Version}); accepted: a plan of this one, since another "
                + "may find something else")
            : plan.Content != ContentOf(plan)
                ? throw new CampaignException(
                    $"'{path}' was changed after it was planned; accepted: a plan as campaign plan writes it")
            : plan;
    }

    /// <summary>Writes a plan, whole or not at all.</summary>
    /// <exception cref="CampaignException">There is no such folder, or nothing can be written to it.</exception>
    public static void Write(string path, Plan plan)
    {
        try
        {
            WholeFile.Write(path, BytesOf(plan with { Content = ContentOf(plan) }));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CampaignException(
                $"the plan '{path}' cannot be written ({refused.Message}); accepted: a path in a "
                + "folder that is there and has room");
        }
    }

    private static Plan Parse(string path)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            CheckFormat(path, bytes);
            return JsonSerializer.Deserialize(bytes, PlanJson.Exact.Plan) ?? throw new JsonException("nothing");
        }
        catch (Exception broken) when (broken is JsonException or IOException or UnauthorizedAccessException
            or NotSupportedException)
        {
            throw new CampaignException($"'{path}' cannot be read as a plan ({broken.Message.ReplaceLineEndings(" ")})"
                + "; accepted: a file that campaign plan has written");
        }
    }

    /// <summary>A plan of another format has other fields: its format is what is wrong with it.</summary>
    private static void CheckFormat(string path, byte[] bytes)
    {
        using JsonDocument document = JsonDocument.Parse(bytes);
        if (document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("format", out JsonElement format)
            && !(format.ValueKind == JsonValueKind.Number && format.TryGetInt32(out int number)
                && number == Plan.PresentFormat))
        {
            throw new CampaignException($"'{path}' is a plan of format {format}; accepted: {Plan.PresentFormat}");
        }
    }

    private static string ContentOf(Plan plan) =>
        Convert.ToHexStringLower(SHA256.HashData(BytesOf(plan with { Content = "" })));

    private static byte[] BytesOf(Plan plan) => JsonSerializer.SerializeToUtf8Bytes(plan, PlanJson.Exact.Plan);
}
