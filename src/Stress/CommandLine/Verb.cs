using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Stress.Reporting;

namespace Stress.CommandLine;

/// <summary>What every verb does alike: <c>--json</c>, the common head of the report, the exit code.</summary>
internal static class Verb
{
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
        ValueOption<string?> json = JsonTarget.CreateOption();
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) =>
        {
            InvocationConfiguration streams = parsed.InvocationConfiguration;
            string? path = json.Value(parsed);
            using JsonTarget? target = path is null ? null : JsonTarget.Open(path);
            TextWriter people = JsonTarget.IsStandardOutput(path) ? streams.Error : streams.Output;
            Stopwatch clock = Stopwatch.StartNew();
            TReport report = work(new Invocation(parsed, Terminal.Create(people), cancellation));
            target?.Write(
                report with
                {
                    Verb = command.Name,
                    Seconds = Math.Round(clock.Elapsed.TotalSeconds, 3),
                    Options = DescribeOptions(command, parsed, report.Options),
                },
                reportType,
                streams.Output);
            return Task.FromResult(report.ExitCode);
        });
        return command;
    }

    /// <summary>The values given, else the defaults; where the verb says so, those that took their place.</summary>
    private static JsonObject DescribeOptions(Command command, ParseResult parsed, JsonObject inForce)
    {
        JsonObject values = [];
        foreach (Option option in command.Options)
        {
            if (option is IValueOption described)
            {
                string name = ToCamelCase(option.Name);
                values[name] = inForce.TryGetPropertyValue(name, out JsonNode? value) ? value?.DeepClone() : described.ToJson(parsed);
            }
        }

        return values;
    }

    /// <summary><c>--time-budget</c> is <c>timeBudget</c>.</summary>
    private static string ToCamelCase(string optionName) =>
        JsonNamingPolicy.CamelCase.ConvertName(string.Concat(
            optionName.TrimStart('-').Split('-').Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}")));
}
