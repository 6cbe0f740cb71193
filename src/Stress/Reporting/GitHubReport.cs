using System.Text;
using Harness;

namespace Stress.Reporting;

/// <summary>What GitHub Actions shows of checks: annotations of lines, and a summary of the job in Markdown.</summary>
internal static class GitHubReport
{
    /// <summary>The file that a job's summary is appended to.</summary>
    public const string SummaryVariable = "GITHUB_STEP_SUMMARY";

    /// <summary>
    /// Workflow commands, one a line: an error for each finding, a warning for each check without an answer.
    /// </summary>
    public static IEnumerable<string> Annotations(string verb, IReadOnlyList<Check> checks) =>
        checks.SelectMany(check =>
        check.Verdict == Verdict.Pass ? []
        : check.Findings.Count == 0
            ? [Command(check.Verdict == Verdict.Violation ? "error" : "warning", null, verb, check.Name, check.Reason)]
        : check.Findings.Select(finding => Command("error", finding.Place, verb, check.Name, finding.Message)));

    /// <summary>The summary: a table of the checks, and the findings with their steps.</summary>
    public static string Summary(string verb, IReadOnlyList<Check> checks)
    {
        StringBuilder text = new(
            $"### stress {verb}\n\n| check | verdict | because | seconds |\n| --- | --- | --- | ---: |\n");
        foreach (Check check in checks)
        {
            text.Append(
                $"| {Cell(check.Name)} | {check.Verdict.Word()} | {Cell(check.Reason)} | {check.Seconds:0.0} |\n");
        }

        foreach (Finding finding in checks.SelectMany(check => check.Findings))
        {
            text.Append($"\n{Cell(finding.Message)}\n\n");
            foreach (FindingStep step in finding.Steps)
            {
                string site = step.File is null ? "" : $", `{step.File}:{step.Line}`";
                text.Append($"1. {Cell(step.Thread)}: {Cell(step.Text)}{site}\n");
            }
        }

        return text.Append('\n').ToString();
    }

    private static string Command(string level, FindingStep? place, string verb, string check, string message)
    {
        string file = place is null ? "" : $"file={Property(place.File!)},line={place.Line},";
        return $"::{level} {file}title={Property($"stress {verb}: {check}")}::{Data(message)}";
    }

    /// <summary>As the runner's toolkit escapes a message.</summary>
    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    /// <summary>As the runner's toolkit escapes a property.</summary>
    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);

    private static string Cell(string text) => text
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .ReplaceLineEndings(" ");
}
