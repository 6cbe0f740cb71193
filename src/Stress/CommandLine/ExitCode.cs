using Harness;

namespace Stress.CommandLine;

/// <summary>
/// Every exit code of <c>stress</c>: a verdict's number, or why there is none; docs/COMMAND-LINE.md lists the same
/// ones.
/// </summary>
internal enum ExitCode
{
    /// <inheritdoc cref="Verdict.Pass"/>
    Pass = Verdict.Pass,

    /// <inheritdoc cref="Verdict.Violation"/>
    Violation = Verdict.Violation,

    /// <inheritdoc cref="Verdict.Inconclusive"/>
    Inconclusive = Verdict.Inconclusive,

    /// <inheritdoc cref="Verdict.UnsupportedHost"/>
    UnsupportedHost = Verdict.UnsupportedHost,

    /// <summary>The command line was refused (<c>EX_USAGE</c> of sysexits.h).</summary>
    Usage = 64,

    /// <summary>A defect of <c>stress</c> itself (<c>EX_SOFTWARE</c> of sysexits.h).</summary>
    InternalError = 70,
}
