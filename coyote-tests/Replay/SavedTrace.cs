using CoyoteTests.CommandLine;
using CoyoteTests.Exploration;
using CoyoteTests.Guards;

namespace CoyoteTests.Replay;

/// <summary>The schedule of a violation, as a file that stays after the tests, and how to run it again.</summary>
/// <param name="Variant">Name of the canary or of the correct variant, as the command line takes it.</param>
/// <param name="Path">The file.</param>
internal sealed record SavedTrace(string Variant, string Path)
{
    /// <summary>
    /// Saves the schedule of a violation; a later one of the same variant and strategy takes its place.
    /// </summary>
    public static SavedTrace Of(string variant, ExplorationResult result)
    {
        string path = Repository.PathOf("artifacts", "coyote-traces",
            $"{variant.Replace(' ', '_')}.{result.Strategy}.trace");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, result.Trace);
        return new SavedTrace(variant, path);
    }

    /// <summary>The trace, from the file.</summary>
    public string Read() => File.ReadAllText(Path);

    /// <summary>The command that replays it.</summary>
    public override string ToString() =>
        $"Replay: cd '{AppContext.BaseDirectory}' && COYOTE_CLI_TELEMETRY_OPTOUT=1 {EntryPoints.Variable}='{Variant}' "
        + $"'{BuildMetadata.DotnetHost}' "
        + $"exec --roll-forward Major '{BuildMetadata.CoyoteTool}' replay coyote-tests.dll '{Path}' --method "
        + $"{EntryPoints.Method}";
}
