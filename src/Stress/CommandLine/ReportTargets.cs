using Stress.Reporting;

namespace Stress.CommandLine;

/// <summary>Where the reports of <c>--report</c> go; the files are opened before the work starts.</summary>
internal sealed class ReportTargets : IDisposable
{
    private const string Accepted = "writable paths";

    private readonly OutputFile? _junit;
    private readonly OutputFile? _sarif;
    private readonly bool _isForGitHub;
    private readonly string? _summary;

    /// <summary>Opens the files.</summary>
    /// <exception cref="UsageException">One cannot be written.</exception>
    public ReportTargets(ReportChoice choice)
    {
        string option = ReportChoice.Option.Name;
        _isForGitHub = choice.IsForGitHub;
        _summary = Environment.GetEnvironmentVariable(GitHubReport.SummaryVariable);
        CheckSummary();
        _junit = choice.JUnit is null ? null : OutputFile.Open(choice.JUnit, option, Accepted);
        _sarif = choice.Sarif is null ? null : OutputFile.Open(choice.Sarif, option, Accepted);
    }

    /// <summary>Writes the reports.</summary>
    /// <param name="report">What they report.</param>
    /// <param name="people">Where annotations go: the runner reads what people read.</param>
    public void Write(VerbReport report, TextWriter people)
    {
        IReadOnlyList<Check> checks = report.Checks();
        _junit?.Write(stream => JUnitReport.Write(stream, report.Verb, checks));
        _sarif?.Write(stream => SarifReport.Write(stream, report.Verb, checks));
        if (!_isForGitHub)
        {
            return;
        }

        foreach (string line in GitHubReport.Annotations(report.Verb, checks))
        {
            people.WriteLine(line);
        }

        if (!string.IsNullOrEmpty(_summary))
        {
            File.AppendAllText(_summary, GitHubReport.Summary(report.Verb, checks));
        }
    }

    private void CheckSummary()
    {
        try
        {
            if (_isForGitHub && !string.IsNullOrEmpty(_summary))
            {
                File.AppendAllText(_summary, "");
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{ReportChoice.Option.Name} github: {GitHubReport.SummaryVariable} names "
                + $"'{_summary}', which cannot be written ({refused.Message}); accepted: a writable path, or none");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _junit?.Dispose();
        _sarif?.Dispose();
    }
}
