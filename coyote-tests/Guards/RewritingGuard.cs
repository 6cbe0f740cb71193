using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using Microsoft.Coyote.Rewriting;

namespace CoyoteTests.Guards;

/// <summary>
/// Tells whether assemblies are rewritten: without Coyote's scheduling points every canary would survive in silence.
/// </summary>
internal static class RewritingGuard
{
    private const string Coyote = "Microsoft.Coyote";

    /// <summary>File names of the assemblies that the build must rewrite.</summary>
    public static IReadOnlyList<string> Listed { get; } = ReadList();

    /// <summary>What is wrong with an assembly as loaded, or null.</summary>
    public static string? Complaint(Assembly assembly)
    {
        string name = assembly.GetName().Name!;
        if (!RewritingEngine.IsAssemblyRewritten(assembly))
        {
            return $"{name} as loaded from {assembly.Location} carries no signature of Coyote "
                + $"{typeof(RewritingEngine).Assembly.GetName().Version}: it is not rewritten";
        }

        return assembly.GetReferencedAssemblies().Any(reference => reference.Name == Coyote)
            ? null
            : $"{name} as loaded from {assembly.Location} does not refer to {Coyote}: it is not rewritten";
    }

    /// <summary>What is wrong with an assembly in a file, without loading it, or null.</summary>
    public static string? Complaint(string path)
    {
        using PEReader reader = new(File.OpenRead(path));
        MetadataReader metadata = reader.GetMetadataReader();
        return metadata.AssemblyReferences.Any(
            handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name) == Coyote)
            ? null
            : $"{Path.GetFileName(path)} does not refer to {Coyote}: it is not rewritten";
    }

    private static string[] ReadList()
    {
        using JsonDocument document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rewrite.coyote.json")));
        return [.. document.RootElement.GetProperty("Assemblies").EnumerateArray().Select(name => name.GetString()!)];
    }
}
