using System.Reflection;
using System.Runtime.CompilerServices;

namespace Weaving.Running;

/// <summary>What static fields hold before anything of a class has run: each set-up begins with it.</summary>
internal sealed class InitialStatics
{
    private const BindingFlags Statics =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly ConditionalWeakTable<Type, (FieldInfo Field, object? Value)[]> s_held = [];

    private readonly (FieldInfo Field, object? Value)[] _fields;

    /// <summary>Of types whose initializers have run.</summary>
    public InitialStatics(IEnumerable<Type> types) =>
        _fields =
            [.. types.Where(type => !type.ContainsGenericParameters && !type.Name.StartsWith('<')).SelectMany(Of)];

    /// <summary>Puts the values back.</summary>
    public void Restore()
    {
        foreach ((FieldInfo field, object? value) in _fields)
        {
            field.SetValue(null, value);
        }
    }

    private static (FieldInfo Field, object? Value)[] Of(Type type) => s_held.GetValue(type, static type =>
    [
        .. type.GetFields(Statics)
            .Where(field => field is { IsLiteral: false, IsInitOnly: false }
                && !field.IsDefined(typeof(ThreadStaticAttribute))
                && field.FieldType is { IsPointer: false, IsFunctionPointer: false })
            .Select(field => (field, field.GetValue(null))),
    ]);
}
