using System.Diagnostics;
using CoyoteTests.Guards;

namespace CoyoteTests.CommandLine;

/// <summary>Runs Coyote's command line tool on the rewritten test assembly, as a user would.</summary>
internal static class CoyoteTool
{
    /// <summary>Coyote's exit code when it could not test.</summary>
    public const int Error = 1;

    /// <summary>Coyote's exit code when it found a violation.</summary>
    public const int BugFound = 2;

    private const string Assembly = "coyote-tests.dll";

    /// <summary>Runs a verb of the tool.</summary>
    /// <param name="scenario">Name of a canary or of a correct variant.</param>
    /// <param name="verb"><c>test</c> or <c>replay</c>.</param>
    /// <param name="arguments">What follows the name of the assembly.</param>
    public static (int ExitCode, string Output) Run(string scenario, string verb,
        params IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new(
            BuildMetadata.DotnetHost,
            ["exec", "--roll-forward", "Major", BuildMetadata.CoyoteTool, verb, Assembly, .. arguments, "--method",
                EntryPoints.Method])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            Environment =
            {
                ["COYOTE_CLI_TELEMETRY_OPTOUT"] = "1",
                [EntryPoints.Variable] = scenario,
            },
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
