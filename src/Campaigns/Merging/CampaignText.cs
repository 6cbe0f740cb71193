using System.Globalization;
using System.Text;

namespace Campaigns.Merging;

/// <summary>A campaign for people.</summary>
public static class CampaignText
{
    private const int MostNames = 10;

    /// <summary>What was found, and what is missing.</summary>
    public static string Of(MergedCampaign merged)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture,
            $"cells {merged.Done} of {merged.Cells}, duplicates {merged.Duplicates}, shares {merged.Shares}\n");
        foreach (MergedSearch search in merged.Explore ?? [])
        {
            string second = search.Assumptions.SwapAcquires ? ", a failed CompareExchange acquires" : "";
            text.Append(CultureInfo.InvariantCulture,
                $"{search.Command}, {search.Model}{second}: {search.Executions} executions, {search.Blocked} blocked, "
                + $"{search.Outcomes.Count} outcomes in {search.Parts} parts; "
                + $"{(search.IsComplete ? "complete" : string.Join("; ", search.Reasons))}\n");
            Append(text, "violation", search.Violations);
        }

        Append(text, "run", merged.Run);
        Append(text, "classes", merged.Classes);
        Append(text, "coyote", merged.Coyote);
        Append(text, "tests", merged.Tests);
        Append(text, "missing", merged.Missing);
        Append(text, "rejected", merged.Rejected);
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>How far it is, as a table.</summary>
    public static string Of(CampaignStatus status)
    {
        (string Head, string Text)[] columns =
        [
            ("cells", $"{status.Cells}"),
            ("done", $"{status.Done}"),
            ("running", $"{status.Running}"),
            ("lost", $"{status.Lost}"),
            ("branches left", $"{status.Open}"),
            ("violations", $"{status.Violations.Count}"),
            ("processor seconds left", status.SecondsLeft?.ToString("0.0", CultureInfo.InvariantCulture) ?? "?"),
        ];
        return string.Join("  ", columns.Select(column => column.Head))
            + "\n" + string.Join("  ", columns.Select(column => column.Text.PadLeft(column.Head.Length)));
    }

    private static void Append(StringBuilder text, string name, MergedVerb? verb)
    {
        if (verb is not null)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{name}: {string.Join(", ", verb.Verdicts.Select(each => $"{each.Value} {each.Key}"))}; "
                + $"{string.Join(", ", verb.Counts.Select(each => $"{each.Key} {each.Value}"))}\n");
            Append(text, "violation", verb.Violations);
        }
    }

    private static void Append(StringBuilder text, string name, IReadOnlyList<string> lines)
    {
        foreach (string line in lines.Take(MostNames))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}: {line}\n");
        }

        if (lines.Count > MostNames)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}: {lines.Count - MostNames} more\n");
        }
    }
}
