using System.Reflection;

namespace Harness.Hosts;

/// <summary>
/// Which build this is: the SDK embeds the revision as <c>version+commit</c> when it builds inside a repository.
/// </summary>
public static class BuildInfo
{
    private static readonly string[] Parts =
        typeof(BuildInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+', 2);

    /// <summary>Version of the build, such as <c>0.1.0</c>.</summary>
    public static string Version => Parts[0];

    /// <summary>
    /// Commit that was built, 40 hexadecimal digits; <c>unknown</c> when it was built outside a repository.
    /// </summary>
    public static string Commit => Parts is [_, string commit] ? commit : "unknown";
}
