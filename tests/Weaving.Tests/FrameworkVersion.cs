namespace WeavingTests;

/// <summary>
/// Verdicts on types of the framework are those of the version that runs the tests: a later one may have mended them,
/// or have broken others. A version that nobody has looked at is reported, and fails nothing.
/// </summary>
internal static class FrameworkVersion
{
    private static readonly Version[] Known = [new(10, 0, 12)];

    /// <summary>Ends a test as skipped, with what was found, if it is about an unknown version.</summary>
    /// <param name="isOfFramework">Whether the verdict is on types of the framework.</param>
    /// <param name="expected">What the known versions have.</param>
    /// <param name="found">What this one has.</param>
    public static void ReportUnlessKnown(bool isOfFramework, string expected, string found) => Assert.SkipWhen(
        isOfFramework && !Known.Contains(Environment.Version),
        $".NET {Environment.Version} is not among {string.Join(", ", Known.Select(version => $"{version}"))}: "
        + $"found {found}, expected {expected}");
}
