using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Weaving.Objects;
using Weaving.Refusals;

namespace Weaving.Running;

/// <summary>
/// One instance of the shared state, as its constructor left it. Actors never change it: what they write is in the
/// memory model alone. Its objects are numbered by a walk from the root and the static fields, which is the same for
/// each instance.
/// </summary>
internal sealed class SetUp
{
    private readonly Dictionary<object, long> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<long, object> _objects = [];
    private readonly List<(object Object, long Number, int Size)> _extents = [];
    private readonly Dictionary<(Type Type, string Field), object?> _statics = [];
    private readonly Dictionary<object, int> _boxIndices = new(ReferenceEqualityComparer.Instance);
    private readonly List<object> _boxes = [];
    private readonly Dictionary<object, object> _delegates = [];
    private readonly List<object> _several = [];
    private readonly ObjectTable _table;
    private readonly Func<Type, bool> _isWoven;

    /// <summary>Walks.</summary>
    /// <param name="root">The state.</param>
    /// <param name="statics">Types whose static fields are roots, too.</param>
    /// <param name="table">Numbers the objects.</param>
    /// <param name="isWoven">Whether a type's code has been rewritten.</param>
    public SetUp(object root, IReadOnlyList<Type> statics, ObjectTable table, Func<Type, bool> isWoven)
    {
        Root = root;
        _table = table;
        _isWoven = isWoven;
        Walk(root, isContents: false);
        foreach (Type type in statics)
        {
            foreach (FieldInfo field in StaticsOf(type))
            {
                object? value = field.GetValue(null);
                _statics.Add((field.DeclaringType!, field.Name), value);
                Walk(value, field.FieldType.IsValueType);
            }
        }
    }

    /// <summary>The state.</summary>
    public object Root { get; }

    /// <summary>Its objects, and how many bytes of fields or elements each has.</summary>
    public ReadOnlySpan<(object Object, long Number, int Size)> Extents => CollectionsMarshal.AsSpan(_extents);

    /// <summary>The number of an object; 0 if it is none of this state.</summary>
    public long NumberOf(object value) => _numbers.GetValueOrDefault(value);

    /// <summary>The object of a number; null if it is none of this state.</summary>
    public object? ObjectOf(long number) => _objects.GetValueOrDefault(number);

    /// <summary>What a static field holds before any actor runs.</summary>
    public object? ValueOf(FieldInfo field) =>
        _statics.TryGetValue((field.DeclaringType!, field.Name), out object? value) ? value : field.GetValue(null);

    /// <summary>The index of a box or a text of this state; -1 if it is none.</summary>
    public int BoxOf(object box) => _boxIndices.GetValueOrDefault(box, -1);

    /// <summary>The box or the text of an index.</summary>
    public object BoxAt(int index) => _boxes[index];

    /// <summary>Delegates of which the state holds several that are equal.</summary>
    public IEnumerable<object> Several => _several;

    /// <summary>Bytes of an object behind its header.</summary>
    public static int SizeOf(object value) => value is Array array
        ? RawObject.ElementsOffset(array) + (array.Length * ElementOf(array).Size)
        : Layout.OfObject(value.GetType()).Size;

    /// <summary>The layout of an array's element.</summary>
    public static Layout ElementOf(Array array) => Layout.OfValue(array.GetType().GetElementType()!);

    /// <summary>Whether an object is what it contains: it never changes.</summary>
    public static bool IsValue(object value) => value is string or Type || value.GetType().IsValueType;

    /// <summary>The references in a box; none in what is no box.</summary>
    public static IEnumerable<Leaf> ReferencesOf(object value) =>
        value.GetType() is { IsValueType: true, IsPrimitive: false, IsEnum: false } type
            ? Layout.OfValue(type).Leaves.Where(leaf => leaf.IsReference)
            : [];

    private static IEnumerable<FieldInfo> StaticsOf(Type type) => type.ContainsGenericParameters
        ? []
        : type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(field => !field.IsLiteral && !field.IsDefined(typeof(ThreadStaticAttribute)));

    /// <summary>Walks.</summary>
    /// <param name="root">From where.</param>
    /// <param name="isContents">Whether it is no object, but a box that was made of a structure just now.</param>
    private void Walk(object? root, bool isContents)
    {
        Queue<object> open = new();
        if (isContents && root is not null)
        {
            TakeContents(root, open);
        }
        else
        {
            Take(root, open);
        }

        while (open.TryDequeue(out object? next))
        {
            foreach (object? child in ChildrenOf(next))
            {
                Take(child, open);
            }
        }
    }

    private void Take(object? value, Queue<object> open)
    {
        if (value is null)
        {
            return;
        }

        if (IsValue(value))
        {
            TakeValue(value);
            TakeContents(value, open);
            return;
        }

        if (value is Delegate function)
        {
            TakeValue(value);
            foreach (Delegate part in function.GetInvocationList())
            {
                Take(part.Target, open);
            }

            return;
        }

        if (!_numbers.ContainsKey(value))
        {
            RequireNoFinalizer(value.GetType());
            long number = _table.Number(new ObjectKey.SetUp(_numbers.Count, ObjectShape.Of(value)));
            _numbers.Add(value, number);
            _objects.Add(number, value);
            if (HasWords(value))
            {
                _extents.Add((value, number, SizeOf(value)));
                open.Enqueue(value);
            }
        }
    }

    private void TakeContents(object value, Queue<object> open)
    {
        foreach (Leaf leaf in ReferencesOf(value))
        {
            Take(Load(value, leaf.Offset), open);
        }
    }

    /// <summary>A box or a text is no other one; delegates count as one where they are equal.</summary>
    private void TakeValue(object value)
    {
        if (value is ValueType or string)
        {
            if (_boxIndices.TryAdd(value, _boxes.Count))
            {
                _boxes.Add(value);
            }
        }
        else if (value is Delegate && !_delegates.TryAdd(value, value) && !ReferenceEquals(_delegates[value], value))
        {
            _several.Add(value);
        }
    }

    /// <summary>An actor that forgets an object of the set-up lets its finalizer run.</summary>
    private void RequireNoFinalizer(Type type)
    {
        if (_isWoven(type) && type.GetMethod("Finalize", BindingFlags.Instance | BindingFlags.NonPublic, []) is
            MethodInfo { DeclaringType: Type declaring } && _isWoven(declaring))
        {
            throw new UnsupportedCodeException(new Refusal(TypeName.Of(type), "",
                "has a finalizer, and the state holds such an object", "Garbage collection is not modelled."));
        }
    }

    private bool HasWords(object value) => value is Array array ? ObjectShape.Fits(array) : _isWoven(value.GetType());

    /// <summary>What the references of an object lead to.</summary>
    public static IEnumerable<object?> ChildrenOf(object value)
    {
        if (value is not Array array)
        {
            return Layout.OfObject(value.GetType()).Leaves.Where(leaf => leaf.IsReference)
                .Select(leaf => Load(value, leaf.Offset));
        }

        Layout element = ElementOf(array);
        Leaf[] references = [.. element.Leaves.Where(leaf => leaf.IsReference)];
        return references.Length == 0
            ? []
            : Enumerable.Range(0, array.Length).SelectMany(index => references.Select(leaf =>
            Load(value, RawObject.ElementsOffset(array) + (index * element.Size) + leaf.Offset)));
    }

    internal static object? Load(object value, int offset) =>
        Unsafe.As<byte, object?>(ref Unsafe.Add(ref RawObject.Of(value), offset));
}
