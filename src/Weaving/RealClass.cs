using System.Reflection;
using Weaving.Running;

namespace Weaving;

/// <summary>A class as it is compiled, to be run on real threads: nothing of it is rewritten.</summary>
public sealed class RealClass
{
    private readonly WovenProgram _program;

    private RealClass(WovenProgram program) => _program = program;

    /// <summary>How many actors there are.</summary>
    public int Actors => _program.Actors.Count;

    /// <summary>Reads what a class declares.</summary>
    /// <param name="path">The file of its assembly.</param>
    /// <param name="className">Its full name.</param>
    /// <exception cref="ArgumentException">There is no such class, it declares no actors, or it has a static field that
    /// changes, which instances that run at once would share.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="BadImageFormatException">It is no assembly of .NET.</exception>
    public static RealClass Load(string path, string className)
    {
        WovenAssembly assembly = WovenAssembly.LoadPlain(path);
        Type type = assembly.Assembly.GetType(className)
            ?? throw new ArgumentException($"{assembly.FullPath} has no class {className}.");
        WovenProgram program = CodeExplorer.Read(assembly, type, findsRaces: false);
        return program.Statics.SelectMany(StaticsOf).FirstOrDefault() is FieldInfo field
            ? throw new ArgumentException(
                $"{field.DeclaringType?.FullName}.{field.Name} is static, and many instances run at once: "
                + "keep what changes in the state.")
            : new RealClass(program);
    }

    /// <summary>Makes a fresh state.</summary>
    public RealInstance Make() => new(_program);

    private static IEnumerable<FieldInfo> StaticsOf(Type type) => type.Name.StartsWith('<') ? []
        : type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(field => field is { IsLiteral: false, IsInitOnly: false } && !field.Name.StartsWith('<'));
}
