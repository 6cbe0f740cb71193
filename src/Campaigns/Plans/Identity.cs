using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Campaigns.Plans;

/// <summary>Names of things by what they are.</summary>
public static class Identity
{
    /// <summary>SHA-256 of texts, in hexadecimal digits.</summary>
    public static string Of(IEnumerable<string> texts)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string text in texts)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>
    /// What tells one build from another: the compiler's own identity of each assembly, which it derives from what it
    /// compiled.
    /// </summary>
    /// <param name="assemblies">The assemblies whose code decides over results.</param>
    public static string OfBuild(IEnumerable<Assembly> assemblies) =>
        Of(assemblies.Select(assembly => $"{assembly.GetName().Name} {assembly.ManifestModule.ModuleVersionId}")
            .Order(StringComparer.Ordinal));
}
