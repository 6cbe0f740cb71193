using System.CommandLine;
using Stress.CommandLine;

namespace Stress.Run;

/// <summary>The options of a run as a command line, defaults included: what is printed can be run again.</summary>
internal static class OptionsLine
{
    /// <summary>The options of an invocation that have an effect.</summary>
    /// <param name="invocation">The invocation.</param>
    /// <param name="decided">Options that another one decides: given beside it they would be refused, or ignored.</param>
    public static string Of(Invocation invocation, IReadOnlyCollection<Option> decided) =>
        string.Join(' ', RunOptions.All.Except(decided).Select(invocation.Describe).Where(text => text.Length > 0));
}
