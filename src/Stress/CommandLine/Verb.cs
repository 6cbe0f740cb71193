using System.CommandLine;
using System.Text.Json.Serialization.Metadata;

namespace Stress.CommandLine;

/// <summary>What every verb does alike: <c>--report</c> and <c>--json</c>, the exit code.</summary>
internal static class Verb
{
    /// <summary>The options that verbs have in common: where results go.</summary>
    public static IReadOnlyList<Option> Options { get; } = [ReportChoice.Option, JsonTarget.Option];

    /// <summary>Turns a command with its options into a verb.</summary>
    /// <param name="command">Name, description and options.</param>
    /// <param name="reportType">Source-generated description of the report.</param>
    /// <param name="work">
    /// Does the work, writes for people on the invocation's console, and returns the report. Throws
    /// <see cref="UsageException"/> for options that do not fit together.
    /// </param>
    /// <param name="isJudging">Whether it answers a question, so that others may want to be told.</param>
    public static Command Create<TReport>(
        Command command, JsonTypeInfo<TReport> reportType, Func<Invocation, TReport> work, bool isJudging = true)
        where TReport : VerbReport
    {
        foreach (Option option in isJudging ? Options : [JsonTarget.Option])
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellation) =>
        {
            InvocationConfiguration streams = parsed.InvocationConfiguration;
            string? path = JsonTarget.Option.Value(parsed);
            OutputPaths.Check(parsed);
            using JsonTarget? json = path is null ? null : JsonTarget.Open(path);
            using ReportTargets? others = isJudging ? new ReportTargets(ReportChoice.Option.Value(parsed)) : null;
            TextWriter people = JsonTarget.IsStandardOutput(path) ? streams.Error : streams.Output;
            TReport report = work(new Invocation(parsed, Terminal.Create(people), cancellation));
            json?.Write(report, reportType, streams.Output);
            others?.Write(report, people);
            return Task.FromResult(report.ExitCode);
        });
        return command;
    }
}
