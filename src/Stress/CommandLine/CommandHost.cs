using System.CommandLine;

namespace Stress.CommandLine;

/// <summary>
/// Parses a command line, runs its verb, and turns every way that can end into an <see cref="ExitCode"/>.
/// </summary>
internal static class CommandHost
{
    /// <summary>Set to 1, an internal error prints its stack trace.</summary>
    private const string DebugVariable = "STRESS_DEBUG";

    /// <summary>Runs one command line.</summary>
    /// <param name="verbs">The verbs.</param>
    /// <param name="args">The command line; empty for the default verb.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error: one line for whatever keeps a verb from its verdict.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Invoke(IReadOnlyList<Command> verbs, IReadOnlyList<string> args, TextWriter output,
        TextWriter error)
    {
        ParseResult parsed = Parse(verbs, args);
        if (parsed.Errors.Count > 0)
        {
            return Fail(error, ExitCode.Usage, ParseErrors.Describe(parsed));
        }

        using Interruption interruption = new();
        InvocationConfiguration configuration = new()
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            // Interruption decides what Ctrl-C does.
            ProcessTerminationTimeout = null,
        };
        try
        {
            return parsed.InvokeAsync(configuration, interruption.Token).GetAwaiter().GetResult();
        }
        catch (UsageException e)
        {
            return Fail(error, ExitCode.Usage, e.Message);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return Fail(error, ExitCode.Inconclusive, "interrupted before there was a result");
        }
        catch (Exception e)
        {
            return FailInternally(error, e);
        }
    }

    /// <summary>
    /// Ends the process when a thread dies of an exception that nobody awaits: with a line and a code of our own, where
    /// the runtime would abort with a stack trace and 134.
    /// </summary>
    public static void GuardThreads() => AppDomain.CurrentDomain.UnhandledException += (_, dead) =>
        Environment.Exit(FailInternally(Console.Error, (Exception)dead.ExceptionObject));

    /// <summary>The parser's view of a command line.</summary>
    internal static ParseResult Parse(IReadOnlyList<Command> verbs, IReadOnlyList<string> args)
    {
        RootCommand root = new(
            $"Stress tests and model checks of a folio's mapping tracker. Without a verb: {Program.DefaultVerb}.");
        foreach (Command verb in verbs)
        {
            root.Subcommands.Add(verb);
        }

        // A path may begin with an at sign: nothing is read from response files.
        ParserConfiguration plain = new() { ResponseFileTokenReplacer = null };
        return root.Parse(args.Count == 0 ? [Program.DefaultVerb] : args, plain);
    }

    private static int FailInternally(TextWriter error, Exception e) =>
        Fail(error, ExitCode.InternalError, Environment.GetEnvironmentVariable(DebugVariable) == "1"
            ? e.ToString()
            : $"internal error: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")} ({DebugVariable}=1 shows "
            + "where)");

    private static int Fail(TextWriter error, ExitCode code, string line)
    {
        error.WriteLine($"stress: {line}");
        return (int)code;
    }
}
