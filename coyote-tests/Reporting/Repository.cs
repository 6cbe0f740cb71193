namespace CoyoteTests.Reporting;

/// <summary>The working copy that the tests were built in.</summary>
internal static class Repository
{
    /// <summary>The folder of Stress.sln.</summary>
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Stress.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No Stress.sln above {AppContext.BaseDirectory}.");
    }
}
