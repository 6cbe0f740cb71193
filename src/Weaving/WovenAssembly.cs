using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Rewriting;
using Weaving.Running;
using Weaving.Runtime;

namespace Weaving;

/// <summary>An assembly whose code has been rewritten in memory. The file is not changed.</summary>
public sealed class WovenAssembly
{
    private static readonly ConcurrentDictionary<string, Lazy<WovenAssembly>> s_loaded = new();
    private readonly ModuleDefinition _module;
    private readonly HashSet<Assembly> _woven = [];
    private readonly Guid _mvid;
    private readonly ILookup<TypeDefinition, string>? _warnings;

    private WovenAssembly(string path, IReadOnlyCollection<string>? namespaces)
    {
        FullPath = Path.GetFullPath(path);
        DefaultAssemblyResolver resolver = new();
        resolver.AddSearchDirectory(Path.GetDirectoryName(FullPath));
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(Heap).Assembly.Location));
        _module = ModuleDefinition.ReadModule(FullPath, new ReaderParameters
        {
            InMemory = true,
            AssemblyResolver = resolver,
            ReadSymbols = true,
            SymbolReaderProvider = new DefaultSymbolReaderProvider(throwIfNoSymbol: false),
        });
        _mvid = _module.Mvid;
        Reachable = name => Reachability.From(_module.GetType(name.Replace('+', '/')));
        if (namespaces is null)
        {
            Assembly = new WeavingContext(FullPath).Add(File.ReadAllBytes(FullPath));
            return;
        }

        FrameworkCode.Include(_module, namespaces);
        _warnings = Weaver.Weave(_module, IsWoven);
        MemoryStream image = new();
        _module.Write(image);
        Assembly = new WeavingContext(FullPath).Add(image.ToArray());
        _woven.Add(Assembly);
    }

    /// <summary>The file.</summary>
    public string FullPath { get; }

    /// <summary>The rewritten assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>
    /// What tells the code that its classes run from any other: the compiler's own identity of the assembly and of
    /// those beside it that it uses, and the runtime, which lays objects out.
    /// </summary>
    public string Identity
    {
        get
        {
            string folder = Path.GetDirectoryName(FullPath)!;
            IEnumerable<string> used = _module.AssemblyReferences
                .Select(reference => Path.Combine(folder, $"{reference.Name}.dll")).Where(File.Exists)
                .Order(StringComparer.Ordinal);
            return string.Join(
                ' ',
                [
                    $"{_mvid}", .. used.Select(IdentityOf), $"{Environment.Version}",
                    $"{RuntimeInformation.ProcessArchitecture}",
                ]);
        }
    }

    internal Func<string, IReadOnlyList<TypeDefinition>> Reachable { get; }

    /// <summary>The types of the assembly that load: copies of types of the framework may not fit it.</summary>
    internal IEnumerable<Type> Types
    {
        get
        {
            try
            {
                return Assembly.GetTypes();
            }
            catch (ReflectionTypeLoadException some)
            {
                return some.Types.OfType<Type>();
            }
        }
    }

    /// <summary>Rewrites an assembly.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="include">Namespaces of other assemblies whose types are copied and rewritten, too.</param>
    /// <exception cref="ArgumentException">The assembly uses nothing of such a namespace.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="BadImageFormatException">It is no assembly of .NET.</exception>
    public static WovenAssembly Load(string path, params IReadOnlyCollection<string> include) => new(path, include);

    /// <summary>An assembly as it is, in a context of its own.</summary>
    internal static WovenAssembly LoadPlain(string path) => new(path, null);

    private static string IdentityOf(string path)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(path);
        return $"{module.Mvid}";
    }

    /// <summary>The rewritten assembly of a type, which is rewritten once.</summary>
    internal static WovenAssembly Of(Assembly assembly, params string[] include) => s_loaded.GetOrAdd(
        string.Join('|', [assembly.Location, .. include]),
        _ => new Lazy<WovenAssembly>(() => Load(assembly.Location, include))).Value;

    /// <summary>What is worth a warning in the code that a class may run.</summary>
    internal IReadOnlyList<string> WarningsOf(Type type) =>
        [.. Reachable(type.FullName!).SelectMany(found => _warnings?[found] ?? [])];

    internal bool IsWoven(Type type) => _woven.Contains(type.Assembly);

    /// <summary>The types whose static fields may hold state of a class, with their initializers run; those of generic
    /// types run when it is known which.</summary>
    internal IReadOnlyList<Type> StaticsOf(Type type)
    {
        Type[] types = [.. Reachable(type.FullName!)
            .Select(found => TypeOf(found.FullName.Replace('/', '+'))).OfType<Type>()];
        return [
            .. types.Where(found => (found.ContainsGenericParameters || RunInitializer(found))
                && !found.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal))];
    }

    private Type? TypeOf(string name)
    {
        try
        {
            return Assembly.GetType(name);
        }
        catch (TypeLoadException)
        {
            return null; // Whoever touches the type will see it.
        }
    }

    /// <returns>False if it throws: whoever touches the type will see it.</returns>
    private static bool RunInitializer(Type type)
    {
        try
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            return true;
        }
        catch (TypeInitializationException)
        {
            UnrecordedCode.ForgetInitializers();
            return false;
        }
    }

    private bool IsWoven(TypeReference type) => type.GetElementType() switch
    {
        TypeDefinition definition => definition.Module == _module,
        TypeReference reference => reference.Scope == _module,
    };
}
