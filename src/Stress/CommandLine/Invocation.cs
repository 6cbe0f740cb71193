using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Stress.CommandLine;

/// <summary>What a verb gets: its options, where people read, and when to stop.</summary>
/// <param name="parsed">The parsed command line.</param>
/// <param name="console">Where people read.</param>
/// <param name="cancellation">Cancelled by the first signal.</param>
internal sealed class Invocation(ParseResult parsed, IAnsiConsole console, CancellationToken cancellation)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>Output for people: standard output, or standard error when the JSON goes to standard output.</summary>
    public IAnsiConsole Console { get; } = console;

    /// <summary>
    /// Cancelled by the first signal: end the work, report the results so far. The second Ctrl-C kills.
    /// </summary>
    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Whether a person watches, so that a live footer makes sense; a log gets lines instead.</summary>
    public bool IsLive => Console.Profile.Out.IsTerminal;

    /// <summary>Name of the verb.</summary>
    public string Verb => parsed.CommandResult.Command.Name;

    /// <summary>The value given for an option, else its default.</summary>
    public T Value<T>(ValueOption<T> option) => option.Value(parsed);

    /// <summary>The value given for an argument; null if there is none.</summary>
    public T? Value<T>(Argument<T> argument) => parsed.GetValue(argument);

    /// <summary>Whether a switch is given.</summary>
    public bool Value(SwitchOption option) => parsed.GetValue(option);

    /// <summary>Whether the command line has the option.</summary>
    public bool IsGiven(Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>Refuses the options that what is asked for cannot use.</summary>
    /// <param name="what">The option that says what is asked for, as it was given.</param>
    /// <param name="heeded">That option, and those that are accepted beside it; those of every verb are, too.</param>
    /// <exception cref="UsageException">Another one was given.</exception>
    public void RefuseBeside(string what, IReadOnlyList<Option> heeded)
    {
        if (parsed.CommandResult.Command.Options.Except([.. heeded, .. CommandLine.Verb.Options])
            .FirstOrDefault(IsGiven) is Option other)
        {
            throw new UsageException($"{other.Name} is not accepted with {what}; accepted beside it: "
                + string.Join(", ", heeded.Skip(1).Concat(CommandLine.Verb.Options).Select(each => each.Name)));
        }
    }

    /// <summary>Refuses options that say nothing without another one.</summary>
    /// <param name="other">The other one.</param>
    /// <param name="dependent">The options.</param>
    /// <exception cref="UsageException">One of them was given alone.</exception>
    public void RefuseWithout(Option other, IReadOnlyList<Option> dependent)
    {
        if (!IsGiven(other) && dependent.FirstOrDefault(IsGiven) is Option alone)
        {
            throw new UsageException($"{alone.Name} says nothing without {other.Name}; accepted: with {other.Name}");
        }
    }

    /// <summary>
    /// An option as it would be written to get the value in force; empty for one that is absent and has no default.
    /// </summary>
    public string Describe(Option option) => (option as IValueOption)?.ToJson(parsed) switch
    {
        null => "",
        JsonArray list => $"{option.Name} {string.Join(',', list)}",
        JsonNode value when value.GetValueKind() == JsonValueKind.True => option.Name,
        JsonNode value when value.GetValueKind() == JsonValueKind.False => "",
        JsonNode value => $"{option.Name} {Quote(value.ToString())}",
    };

    /// <summary>The command line of another invocation of a verb, for the same people.</summary>
    /// <exception cref="UsageException">It is refused.</exception>
    public Invocation Again(IReadOnlyList<Command> verbs, IReadOnlyList<string> arguments)
    {
        ParseResult other = CommandHost.Parse(verbs, arguments);
        if (other.Action is HelpAction)
        {
            throw new UsageException($"'{string.Join(' ', arguments)}' asks for help; accepted: a command that does "
                + "something");
        }

        return other.Errors.Count == 0
            ? new Invocation(other, Console, Cancellation)
            : throw new UsageException(ParseErrors.Describe(other));
    }

    /// <summary>The command line, verb included, without some options and their values.</summary>
    public IReadOnlyList<string> ArgumentsWithout(IReadOnlyCollection<string> options)
    {
        List<string> kept = [];
        bool isLeftOut = false;
        foreach (Token token in parsed.Tokens)
        {
            isLeftOut = token.Type == TokenType.Option
                ? options.Contains(token.Value)
                : isLeftOut && token.Type == TokenType.Argument;
            if (!isLeftOut)
            {
                kept.Add(token.Value);
            }
        }

        return kept;
    }

    /// <summary>The head of a report that is complete now.</summary>
    /// <param name="inForce">Options that others decide, with their values; they take the place of those given.</param>
    public ReportHead Head(JsonObject? inForce = null) => new(
        parsed.CommandResult.Command.Name,
        Math.Round(_clock.Elapsed.TotalSeconds, 3),
        OptionsInForce(inForce ?? []));

    /// <summary>Every option with the value given, else its default.</summary>
    /// <param name="inForce">Options that others decide, with their values; they take the place of those given.</param>
    public JsonObject OptionsInForce(JsonObject inForce)
    {
        JsonObject values = [];
        foreach (Option option in parsed.CommandResult.Command.Options)
        {
            if (option is IValueOption described)
            {
                string name = FieldOf(option);
                values[name] = inForce.TryGetPropertyValue(name, out JsonNode? value)
                    ? value?.DeepClone()
                    : described.ToJson(parsed);
            }
        }

        return values;
    }

    /// <summary>Name of an option in a report: <c>--time-budget</c> is <c>timeBudget</c>.</summary>
    public static string FieldOf(Option option) =>
        JsonNamingPolicy.CamelCase.ConvertName(string.Concat(
            option.Name.TrimStart('-').Split('-').Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}")));

    /// <summary>A path may have blanks.</summary>
    private static string Quote(string text) => text.Contains(' ') ? $"\"{text}\"" : text;
}
