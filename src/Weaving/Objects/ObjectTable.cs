namespace Weaving.Objects;

/// <summary>Numbers objects, the same for all runs, workers and searches of a scenario. 0 is null.</summary>
internal sealed class ObjectTable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ObjectKey, long> _numbers = [];
    private readonly List<ObjectKey> _keys = [];
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _byType = [];

    /// <summary>What a number stands for; null for one that nobody has handed out.</summary>
    public ObjectKey? this[long number]
    {
        get
        {
            lock (_lock)
            {
                return number > 0 && number <= _keys.Count ? _keys[(int)number - 1] : null;
            }
        }
    }

    /// <summary>The number of an object.</summary>
    public long Number(ObjectKey key)
    {
        lock (_lock)
        {
            if (!_numbers.TryGetValue(key, out long number))
            {
                _keys.Add(key);
                _names.Add(NameOf(key));
                number = _keys.Count;
                _numbers.Add(key, number);
            }

            return number;
        }
    }

    /// <summary>An object as a programmer would speak of it, such as <c>Node#3</c>.</summary>
    public string NameOf(long number)
    {
        lock (_lock)
        {
            return number == 0
                ? "null"
                : number > 0 && number <= _names.Count ? _names[(int)number - 1] : "an object that nobody made";
        }
    }

    private string NameOf(ObjectKey key) => key switch
    {
        ObjectKey.Value { Contents: string text } => $"\"{text}\"",
        ObjectKey.Value { Contents: ValueType box } => BoxedWords.NameOf(box),
        ObjectKey.Value value => $"{value.Contents}",
        ObjectKey.Box box => TypeName.Of(box.Type),
        ObjectKey.Boxed boxed => NameOf(boxed.Contents),
        ObjectKey.Function function =>
            $"delegate {function.Parts[0].Method.DeclaringType?.Name}.{function.Parts[0].Method.Name}",
        ObjectKey.SetUp { Index: 0 } root => TypeName.Of(root.Shape.Type),
        ObjectKey.SetUp made => Ordinal(made.Shape.Type),
        ObjectKey.Made made => Ordinal(made.Shape.Type),
        _ => Ordinal(typeof(object)),
    };

    private string Ordinal(Type type)
    {
        string name = TypeName.Of(type);
        int count = _byType.GetValueOrDefault(name) + 1;
        _byType[name] = count;
        return $"{name}#{count}";
    }
}
