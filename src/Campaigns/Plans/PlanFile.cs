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
        return plan.Format != Plan.PresentFormat
            ? throw new CampaignException($"'{path}' is a plan of format {plan.Format}; accepted: {Plan.PresentFormat}")
            : plan.Build != build ? throw new CampaignException(
                $"'{path}' was planned by another build ({plan.Version}); accepted: a plan of this one, since another "
                + "may find something else")
            : plan.Cells.DistinctBy(cell => cell.Id).Count() != plan.Cells.Count
                ? throw new CampaignException($"'{path}' has a cell twice")
            : plan;
    }

    /// <summary>Writes a plan, whole or not at all.</summary>
    /// <exception cref="CampaignException">There is no such folder, or nothing can be written to it.</exception>
    public static void Write(string path, Plan plan)
    {
        try
        {
            WholeFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(plan, PlanJson.Exact.Plan));
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
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), PlanJson.Exact.Plan)
                ?? throw new JsonException("nothing");
        }
        catch (Exception broken) when (broken is JsonException or IOException or UnauthorizedAccessException
            or NotSupportedException)
        {
            throw new CampaignException(
                $"'{path}' cannot be read as a plan ({broken.Message.ReplaceLineEndings(" ")})");
        }
    }
}
