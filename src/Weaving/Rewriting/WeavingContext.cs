using System.Reflection;
using System.Runtime.Loader;

namespace Weaving.Rewriting;

/// <summary>Where a rewritten assembly lives. What it depends on loads as it is.</summary>
internal sealed class WeavingContext(string path) : AssemblyLoadContext($"woven {Path.GetFileName(path)}")
{
    private readonly AssemblyDependencyResolver? _resolver = File.Exists(Path.ChangeExtension(path, ".deps.json"))
        ? new(path)
        : null;
    private readonly Dictionary<string, Assembly> _woven = [];

    /// <summary>Loads a rewritten assembly.</summary>
    public Assembly Add(byte[] image)
    {
        Assembly assembly = LoadFromStream(new MemoryStream(image));
        _woven.Add(assembly.GetName().Name!, assembly);
        return assembly;
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (_woven.TryGetValue(assemblyName.Name!, out Assembly? woven))
        {
            return woven;
        }

        // The checker's own assemblies, and whatever a test host has loaded, are shared with it.
        Assembly? shared = Default.Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == assemblyName.Name);
        if (shared is not null)
        {
            return shared;
        }

        string? found = _resolver?.ResolveAssemblyToPath(assemblyName);
        found ??= Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!,
            $"{assemblyName.Name}.dll") is string beside && File.Exists(beside) ? beside : null;
        return found is null ? null : LoadFromAssemblyPath(found);
    }
}
