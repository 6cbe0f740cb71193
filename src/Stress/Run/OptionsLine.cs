using Stress.CommandLine;

namespace Stress.Run;

/// <summary>Every option of a run as a command line, defaults included: what is printed can be run again.</summary>
internal static class OptionsLine
{
    /// <summary>The options of an invocation.</summary>
    public static string Of(Invocation invocation) => string.Join(' ', RunOptions.All.Select(invocation.Describe).Where(text => text.Length > 0));
}
