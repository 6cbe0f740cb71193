namespace Packages.Tests;

/// <summary>The packages of this build, packed once into a folder that a user would call a package source.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("stress-packages-");

    /// <summary>Where the packages lie.</summary>
    public string Source => Path.Combine(_home.FullName, "source");

    /// <summary>Names of the packages, without version and extension.</summary>
    public IReadOnlyList<string> FileNames =>
        [.. Directory.GetFiles(Source).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        foreach (string project in new[] { "Atomics", "Exploration", "Harness", "Weaving", "Stress" })
        {
            await Dotnet.Succeed(
                Repository.Root, "dotnet", "pack", $"src/{project}", "--no-build", "-c", Repository.Configuration, "-o",
                Source, "-v", "q");
        }
    }

    /// <summary>A new folder below the package source's own parent: outside of the clone.</summary>
    public string MakeFolder(string name) => _home.CreateSubdirectory(name).FullName;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _home.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
