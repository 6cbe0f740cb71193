using Spectre.Console;

namespace Stress.CommandLine;

/// <summary>Output for people: colours and redrawing on a terminal only, plain lines anywhere else.</summary>
internal static class Terminal
{
    /// <summary>
    /// Width of lines in a log, where nobody says how wide it is: a command to copy must stay on one line.
    /// </summary>
    private const int PlainWidthColumns = 1000;

    /// <summary>Wraps a writer.</summary>
    public static IAnsiConsole Create(TextWriter writer)
    {
        AnsiConsoleOutput output = new(writer);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = output,
            Ansi = output.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = output.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = output.IsTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            // The default enrichers turn colours on for build servers, whose logs are no terminals.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (!output.IsTerminal)
        {
            console.Profile.Width = PlainWidthColumns;
        }

        return console;
    }
}
