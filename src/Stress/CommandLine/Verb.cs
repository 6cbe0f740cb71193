using System.CommandLine;
using System.Text.Json.Serialization.Metadata;

namespace Stress.CommandLine;

/// <summary>What every verb does alike: <c>--json</c>, the common head of the report, the exit code.</summary>
internal static class Verb
{
    /// <summary>The options that every verb has: where results go.</summary>
    public static IReadOnlyList<Option> Options { get; } = [JsonTarget.Option];

    /// <summary>Turns a command with its options into a verb.</summary>
    /// <param name="command">Name, description and options.</param>
    /// <param name="reportType">Source-generated description of the report.</param>
    /// <param name="work">
    /// Does the work, writes for people on the invocation's console, and returns the report. Throws
    /// <see cref="UsageException"/> for options that do not fit together.
    /// </param>
    public static Command Create<TReport>(
        Command command, JsonTypeInfo<TReport> reportType, Func<Invocation, TReport> work)
        where TReport : VerbReport
    {
        foreach (Option option in Options)
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellation) =>
        {
            InvocationConfiguration streams = parsed.InvocationConfiguration;
            string? path = JsonTarget.Option.Value(parsed);
            using JsonTarget? target = path is null ? null : JsonTarget.Open(path);
            TextWriter people = JsonTarget.IsStandardOutput(path) ? streams.Error : streams.Output;
            Invocation invocation = new(parsed, Terminal.Create(people), cancellation);
            TReport report = work(invocation);
            target?.Write(report, reportType, streams.Output);
            return Task.FromResult(report.ExitCode);
        });
        return command;
    }
}
