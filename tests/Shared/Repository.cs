namespace Shared;

/// <summary>The working copy that the tests were built in. Every test project compiles this file.</summary>
internal static class Repository
{
    /// <summary>The folder of Stress.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Configuration that the tests were built in, as the build spells it in paths.</summary>
    public static string Configuration { get; } =
        new DirectoryInfo(AppContext.BaseDirectory).Name.Split('_')[0];

    /// <summary>A path in the working copy.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Stress.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException($"No Stress.sln above {AppContext.BaseDirectory}.");
    }
}
