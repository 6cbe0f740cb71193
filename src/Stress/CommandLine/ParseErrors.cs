using System.CommandLine;
using System.CommandLine.Parsing;

namespace Stress.CommandLine;

/// <summary>Puts what the parser found wrong into one line that names the option and what is accepted.</summary>
internal static class ParseErrors
{
    /// <summary>The line for the first error.</summary>
    public static string Describe(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [string token, ..])
        {
            return (token.StartsWith('-'), command is RootCommand) switch
            {
                (true, _) => $"{command.Name} has no option '{token}'; accepted: {Names(command.Options)}",
                (false, true) => $"unknown verb '{token}'; accepted: {Names(command.Subcommands)}",
                (false, false) => $"{command.Name} takes no argument '{token}'; accepted: {Names(command.Options)}",
            };
        }

        ParseError error = parsed.Errors[0];
        return (error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult) switch
        {
            { Option: IValueOption option, Tokens: [] } result =>
                $"{result.Option.Name} needs a value; accepted: {option.Accepted}",
            { Tokens: [_, _, ..] } result => $"{result.Option.Name} is given more than once; accepted: once",
            null when command is RootCommand => $"no verb given; accepted: {Names(command.Subcommands)}",
            _ => error.Message.ReplaceLineEndings(" "),
        };
    }

    private static string Names(IEnumerable<Symbol> symbols) =>
        string.Join(", ", symbols.Where(symbol => !symbol.Hidden).Select(symbol => symbol.Name));
}
