namespace Stress.CommandLine;

/// <summary>What <c>--report</c> asks for.</summary>
/// <param name="Text">As written; empty without.</param>
/// <param name="JUnit">Path of the JUnit XML, or null.</param>
/// <param name="Sarif">Path of the SARIF log, or null.</param>
/// <param name="IsForGitHub">Whether workflow commands are printed and the job's summary is written.</param>
internal sealed record ReportChoice(string Text, string? JUnit, string? Sarif, bool IsForGitHub)
{
    private const string JUnitPrefix = "junit=";
    private const string SarifPrefix = "sarif=";
    private const string GitHub = "github";

    /// <summary>No report besides the JSON.</summary>
    public static ReportChoice None { get; } = new("", null, null, IsForGitHub: false);

    /// <summary>The option.</summary>
    public static ValueOption<ReportChoice> Option { get; } = new(
        "--report",
        new ValueForm<ReportChoice>(
            $"a list with commas, none twice, of: {JUnitPrefix}PATH, {SarifPrefix}PATH, {GitHub}",
            TryParse,
            choice => choice == None ? "none" : choice.Text,
            choice => choice == None ? null : choice.Text),
        None,
        "Also report as JUnit XML, as SARIF with the lines of counterexamples, or as annotations and job summary of "
        + "GitHub Actions.");

    private static bool TryParse(string text, out ReportChoice choice)
    {
        choice = None with { Text = text };
        foreach (string part in text.Split(','))
        {
            if (PathIn(part, JUnitPrefix) is string junit && choice.JUnit is null)
            {
                choice = choice with { JUnit = junit };
            }
            else if (PathIn(part, SarifPrefix) is string sarif && choice.Sarif is null)
            {
                choice = choice with { Sarif = sarif };
            }
            else if (part == GitHub && !choice.IsForGitHub)
            {
                choice = choice with { IsForGitHub = true };
            }
            else
            {
                return false;
            }
        }

        return choice.JUnit is null || choice.JUnit != choice.Sarif;
    }

    private static string? PathIn(string part, string prefix) =>
        part.Length > prefix.Length && part.StartsWith(prefix, StringComparison.Ordinal) ? part[prefix.Length..] : null;
}
