namespace Stress.CommandLine;

/// <summary>
/// The command line asks for something that cannot be done. Ends the process with <see cref="ExitCode.Usage"/> and the
/// message as one line on standard error.
/// </summary>
/// <param name="message">One line that names the option and what it accepts.</param>
internal sealed class UsageException(string message) : Exception(message)
{
    /// <summary>A value that an option refuses.</summary>
    /// <param name="option">Name of the option, such as <c>--order</c>.</param>
    /// <param name="value">The refused value.</param>
    /// <param name="accepted">What it accepts, such as <c>an integer from 2 to 15</c>.</param>
    public UsageException(string option, string value, string accepted)
        : this(Refusal(option, value, accepted))
    {
    }

    /// <summary>The line for a refused value.</summary>
    public static string Refusal(string option, string value, string accepted) =>
        $"{option}: '{value}' is not accepted; accepted: {accepted}";
}
