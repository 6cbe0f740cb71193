using System.CommandLine;

namespace Stress.CommandLine;

/// <summary>
/// Refuses to write a report over what the same command reads or writes: a plan, a trace, an earlier report.
/// </summary>
internal static class OutputPaths
{
    /// <summary>Refuses a command line whose reports would go where something else is.</summary>
    /// <exception cref="UsageException">They would.</exception>
    public static void Check(ParseResult parsed)
    {
        ReportChoice reports = ReportChoice.Option.Value(parsed);
        string? json = JsonTarget.Option.Value(parsed);
        (string Option, string? Path)[] written =
        [
            (JsonTarget.Option.Name, JsonTarget.IsStandardOutput(json) ? null : json),
            (ReportChoice.Option.Name, reports.JUnit),
            (ReportChoice.Option.Name, reports.Sarif),
        ];
        List<(string Option, string? Path)> taken =
        [
            .. parsed.CommandResult.Command.Options.OfType<IValueOption>()
                .Select(option => (((Option)option).Name, option.PathIn(parsed))),
            .. parsed.CommandResult.Command.Arguments.OfType<Argument<string>>()
                .Select(argument => (argument.Name, parsed.GetValue(argument))),
        ];
        foreach ((string option, string? path) in written)
        {
            if (taken.Find(other => AreSame(path, other.Path)) is { Path: not null } other)
            {
                throw new UsageException(option, path!, $"another path than that of {other.Option}");
            }

            taken.Add((option, path));
        }
    }

    /// <summary>Whether two paths name one file, however they are written; never without a path.</summary>
    public static bool AreSame(string? path, string? other) => !string.IsNullOrEmpty(path)
        && !string.IsNullOrEmpty(other)
        && TargetOf(path) == TargetOf(other)
        && !path.StartsWith("/dev/", StringComparison.Ordinal);

    /// <summary>Where a path leads to: as it is, if it cannot be followed, so that whoever uses it tells why.</summary>
    private static string TargetOf(string path)
    {
        try
        {
            return Path.GetFullPath(File.Exists(path)
                ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path
                : path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException
            or ArgumentException)
        {
            return path;
        }
    }
}
