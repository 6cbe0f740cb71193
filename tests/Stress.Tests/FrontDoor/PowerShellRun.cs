using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace Stress.Tests.FrontDoor;

/// <summary>run-stress.ps1 in a PowerShell engine of its own.</summary>
/// <param name="ExitCode">What the script exited with; null when PowerShell refused a parameter.</param>
/// <param name="Output">Lines of standard output.</param>
/// <param name="Error">Lines of standard error.</param>
/// <param name="Refusal">Why PowerShell refused a parameter; null when it did not.</param>
internal sealed record PowerShellRun(
    int? ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Error, string? Refusal)
{
    public static string ScriptPath { get; } = Repository.PathOf("run-stress.ps1");

    /// <summary>Runs the script on what is built, as a user types it.</summary>
    public static PowerShellRun Typed(string arguments)
    {
        using PowerShell shell = Create();
        Collection<PSObject> output = shell
            .AddScript($"& '{ScriptPath}' -NoBuild -Configuration {Repository.Configuration} {arguments}")
            .Invoke();
        ILookup<bool, ErrorRecord> errors =
            shell.Streams.Error.ToLookup(error => error.Exception is ParameterBindingException);
        return new PowerShellRun(
            (int?)shell.Runspace.SessionStateProxy.GetVariable("LASTEXITCODE"),
            [.. output.Select(line => line.ToString())],
            [.. errors[false].Select(line => line.ToString())],
            errors[true].SingleOrDefault()?.Exception.Message);
    }

    /// <summary>An engine with the core commands only, which reports nothing to anybody.</summary>
    public static PowerShell Create()
    {
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        return PowerShell.Create(InitialSessionState.CreateDefault2());
    }

    /// <summary>The script's syntax tree.</summary>
    public static ScriptBlockAst Parse()
    {
        ScriptBlockAst script = Parser.ParseFile(ScriptPath, out _, out ParseError[] errors);
        Assert.Empty(errors.Select(error => error.ToString()));
        return script;
    }
}
