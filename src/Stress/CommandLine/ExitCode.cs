namespace Stress.CommandLine;

/// <summary>Every exit code of <c>stress</c>; docs/COMMAND-LINE.md lists the same ones.</summary>
internal enum ExitCode
{
    /// <summary>The checks ran, could have failed, and did not.</summary>
    Pass = 0,

    /// <summary>A violation or a defect was found.</summary>
    Violation = 1,

    /// <summary>Nothing was found, but the checks could not have failed or did not finish.</summary>
    Inconclusive = 2,

    /// <summary>The question makes no sense on this machine.</summary>
    UnsupportedHost = 3,

    /// <summary>The command line was refused (<c>EX_USAGE</c> of sysexits.h).</summary>
    Usage = 64,

    /// <summary>A defect of <c>stress</c> itself (<c>EX_SOFTWARE</c> of sysexits.h).</summary>
    InternalError = 70,
}
