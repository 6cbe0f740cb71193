using System.Reflection;

namespace CoyoteTests.Guards;

/// <summary>What the build used, so that tests start the same programs.</summary>
internal static class BuildMetadata
{
    /// <summary>The <c>dotnet</c> that built these tests.</summary>
    public static string DotnetHost { get; } = Find(nameof(DotnetHost));

    /// <summary>Coyote's command line tool, <c>coyote.dll</c>.</summary>
    public static string CoyoteTool { get; } = Find(nameof(CoyoteTool));

    private static string Find(string key) => typeof(BuildMetadata).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
