using Mono.Cecil;

namespace Weaving.Rewriting;

/// <summary>Which types of the framework are copied and rewritten like the code under test.</summary>
internal static class FrameworkCode
{
    /// <summary>Copied without being asked, with what they are made of.</summary>
    private static readonly HashSet<string> Always =
    [
        "System.Collections.Concurrent.ConcurrentQueue`1", "System.Collections.Concurrent.ConcurrentQueueSegment`1",
        "System.Collections.Concurrent.PaddedHeadAndTail", "System.Collections.Concurrent.ConcurrentStack`1",
        "System.Threading.SpinLock",
        "System.Lazy`1", "System.LazyHelper", "System.LazyState", "System.Threading.ManualResetEventSlim",
        "System.Threading.CountdownEvent", "System.Threading.SemaphoreSlim",
        "System.Threading.LazyInitializer", "System.Tuple", "System.Tuple`1", "System.Tuple`2", "System.Tuple`3",
    ];

    /// <summary>Types that rewritten code calls as they are.</summary>
    private static readonly HashSet<string> Never =
    [
        "System.Collections.Generic.EqualityComparer`1", "System.Collections.Generic.Comparer`1",
        "System.Collections.Generic.KeyValuePair`2", "System.Collections.DictionaryEntry",
    ];

    /// <summary>
    /// Where the primitives are: each of their types is modelled, copied without being asked, or refused.
    /// </summary>
    private const string Primitives = "System.Threading";

    /// <summary>Types that reach into those of another namespace, which is copied with it.</summary>
    private static readonly Dictionary<string, string> With = new()
    {
        ["System.Runtime.InteropServices.CollectionsMarshal"] = "System.Collections.Generic",
    };

    /// <summary>Copies what a module uses of them.</summary>
    /// <param name="module">The module.</param>
    /// <param name="namespaces">Namespaces whose types are copied besides.</param>
    public static void Include(ModuleDefinition module, IReadOnlyCollection<string> namespaces)
    {
        if (namespaces.Any(name => name == Primitives
            || name.StartsWith($"{Primitives}.", StringComparison.Ordinal)))
        {
            throw new ArgumentException(
                $"types of {Primitives} are modelled or refused one by one, and copied without "
                + "being asked where they can "
                + "be; accepted: other namespaces");
        }

        TypeDefinition[] roots = [.. module.GetTypeReferences().Select(Types.Find).OfType<TypeDefinition>()
            .Where(type => type.Module != module && IsIncluded(type))];
        if (roots.Length > 0)
        {
            Copy(module, roots, IsIncluded);
        }

        if (namespaces.FirstOrDefault(name => !module.Types.Any(type => type.Namespace == name)) is string unused)
        {
            throw new ArgumentException($"{module.Name} uses nothing of the namespace {unused}.");
        }

        bool IsIncluded(TypeDefinition type) => TypeReplacement.Find(type.FullName) is null
            && (Always.Contains(type.FullName)
                || (namespaces.Contains(With.GetValueOrDefault(type.FullName, type.Namespace))
                    && type is { IsEnum: false, IsInterface: false } && !Never.Contains(type.FullName)));
    }

    private static void Copy(ModuleDefinition module, TypeDefinition[] roots, Func<TypeDefinition, bool> isIncluded)
    {
        new TypeCopier(module, isIncluded).Copy(roots);
        FriendAccess.Allow(
            module,
            [.. roots.Select(root => root.Module.Assembly.Name.Name).Append("System.Private.CoreLib").Distinct()]);
    }
}
