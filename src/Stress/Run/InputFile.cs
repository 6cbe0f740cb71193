using System.CommandLine;
using Runs;
using Stress.CommandLine;

namespace Stress.Run;

/// <summary>A file that an option names.</summary>
internal static class InputFile
{
    /// <summary>Uses it.</summary>
    /// <exception cref="UsageException">It cannot be used; the option stands before what is wrong with it.</exception>
    public static T Use<T>(Option option, Func<T> use)
    {
        try
        {
            return use();
        }
        catch (InputException e)
        {
            throw new UsageException($"{option.Name}: {e.Message}");
        }
    }
}
