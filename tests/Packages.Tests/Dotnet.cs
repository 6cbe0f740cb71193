using System.Diagnostics;

namespace Packages.Tests;

/// <summary>Commands of a user at a prompt.</summary>
internal static class Dotnet
{
    /// <summary>
    /// Runs a command, with nothing of the test's own environment that would tell it where the clone is.
    /// </summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="command">The executable.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<(int ExitCode, string Output)> Run(string folder, string command,
        params string[] arguments)
    {
        ProcessStartInfo start = new(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string inherited in start.Environment.Keys.Where(IsOfTheTestRun).ToList())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
        string output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, output + await error);
    }

    /// <summary>Runs a command that must succeed.</summary>
    /// <inheritdoc cref="Run"/>
    public static async Task<string> Succeed(string folder, string command, params string[] arguments)
    {
        (int exitCode, string output) = await Run(folder, command, arguments);
        Assert.True(exitCode == 0, $"{command} {string.Join(' ', arguments)} exited with {exitCode}: {output}");
        return output;
    }

    private static bool IsOfTheTestRun(string name) =>
        name is "CI" or "GITHUB_ACTIONS" || name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase);
}
