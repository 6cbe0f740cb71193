namespace Campaigns.Merging;

/// <summary>How far a campaign is.</summary>
/// <param name="Cells">Cells of the plan.</param>
/// <param name="Done">Cells with a record.</param>
/// <param name="Running">Cells that somebody is at.</param>
/// <param name="Lost">Cells that somebody was at and has not been heard of for a minute.</param>
/// <param name="Open">Branches that the next round will plan.</param>
/// <param name="Violations">What is wrong so far.</param>
/// <param name="SecondsLeft">Processor seconds that the cells without a record will take, if like the others; null
/// before the first.</param>
public sealed record CampaignStatus(
    int Cells, int Done, int Running, int Lost, int Open, IReadOnlyList<string> Violations, double? SecondsLeft);
