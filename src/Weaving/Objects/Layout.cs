using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Weaving.Objects;

/// <summary>Where the words of a type lie.</summary>
internal sealed class Layout
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;
    private static readonly ConcurrentDictionary<Type, Layout> s_objects = new();
    private static readonly ConcurrentDictionary<Type, Layout> s_values = new();

    private readonly Leaf[] _leaves;

    private Layout(IEnumerable<Leaf> leaves, int size)
    {
        _leaves = [.. leaves.OrderBy(leaf => leaf.Offset)];
        Size = size;
        for (int index = 1; index < _leaves.Length; index++)
        {
            if (_leaves[index].Offset < _leaves[index - 1].Offset + _leaves[index - 1].Size)
            {
                Overlap ??= (_leaves[index - 1], _leaves[index]);
            }
        }
    }

    /// <summary>The words by offset.</summary>
    public Leaf[] Leaves => _leaves;

    /// <summary>Size of a value, or of all fields of an object, in bytes.</summary>
    public int Size { get; }

    /// <summary>Two words that share memory; null if none do.</summary>
    public (Leaf First, Leaf Second)? Overlap { get; }

    /// <summary>The layout of a class, from its first field.</summary>
    public static Layout OfObject(Type type) => s_objects.GetOrAdd(type, static type =>
    {
        Leaf[] leaves = [.. FieldsOf(type).SelectMany(field => LeavesOf(field, field.IsInitOnly))];
        return new Layout(leaves, leaves.Length == 0 ? 0 : leaves.Max(leaf => leaf.Offset + leaf.Size));
    });

    /// <summary>The layout of a value: of a primitive or reference one leaf without a name.</summary>
    public static Layout OfValue(Type type) => s_values.GetOrAdd(type, static type =>
    {
        if (!type.IsValueType)
        {
            return new Layout([new Leaf(0, IntPtr.Size, type, "", false)], IntPtr.Size);
        }

        int size = SizeOf(type);
        return type.IsPrimitive || type.IsEnum
            ? new Layout([new Leaf(0, size, type, "", false)], size)
            : new Layout(Repeated(type, size), size);
    });

    /// <summary>The leaf that begins at an offset; null if none does.</summary>
    public Leaf? At(int offset)
    {
        int low = 0;
        int high = _leaves.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int difference = _leaves[middle].Offset - offset;
            if (difference == 0)
            {
                return _leaves[middle];
            }

            (low, high) = difference < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>All instance fields, those of base classes first.</summary>
    public static IEnumerable<FieldInfo> FieldsOf(Type type) => type.BaseType is Type parent && type.IsClass
        ? [.. FieldsOf(parent), .. type.GetFields(Instance)]
        : type.GetFields(Instance);

    private static IEnumerable<Leaf> LeavesOf(FieldInfo field, bool isConstant) =>
        OfValue(field.FieldType)._leaves.Select(leaf => leaf.Inside(field, FieldOffset.Of(field), isConstant));

    /// <summary>
    /// The fields of a struct; those of an inline array, or of a fixed buffer, once for each element.
    /// </summary>
    private static IEnumerable<Leaf> Repeated(Type type, int size)
    {
        Leaf[] leaves = [.. FieldsOf(type).SelectMany(field => LeavesOf(field, isConstant: false))];
        int length = type.GetCustomAttribute<InlineArrayAttribute>() is InlineArrayAttribute array ? array.Length
            : type.IsDefined(typeof(UnsafeValueTypeAttribute)) && leaves is [Leaf only] ? size / only.Size
            : 1;
        if (length == 1)
        {
            return leaves;
        }

        int stride = size / length;
        return Enumerable.Range(0, length).SelectMany(index => leaves.Select(leaf =>
            leaf with
            {
                Offset = leaf.Offset + (index * stride),
                Path = $"[{index}]{leaf.Path[leaf.Path.Split('.')[0].Length..]}"
            }));
    }

    private static int SizeOf(Type type) =>
        (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;
}
