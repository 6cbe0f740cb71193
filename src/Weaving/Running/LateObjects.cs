using Weaving.Objects;

namespace Weaving.Running;

/// <summary>Objects that static fields of generic types held when an actor first looked.</summary>
internal sealed class LateObjects(ObjectTable table)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<object, long> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<long, object> _objects = [];
    private readonly Dictionary<Type, int> _byType = [];

    /// <summary>
    /// A type of which there are several: which of them is which depends on the order in which they were found. Null if
    /// there is none.
    /// </summary>
    public Type? Ambiguous { get; private set; }

    /// <summary>The number of an object; 0 if it is none of them.</summary>
    public long Find(object value)
    {
        lock (_lock)
        {
            return _numbers.GetValueOrDefault(value);
        }
    }

    /// <summary>The number of an object.</summary>
    public long NumberOf(object value)
    {
        lock (_lock)
        {
            if (!_numbers.TryGetValue(value, out long number))
            {
                int count = _byType.GetValueOrDefault(value.GetType()) + 1;
                _byType[value.GetType()] = count;
                Ambiguous = count > 1 ? value.GetType() : Ambiguous;
                number = table.Number(new ObjectKey.Late(value.GetType(), count));
                _numbers.Add(value, number);
                _objects.Add(number, value);
            }

            return number;
        }
    }

    /// <summary>The object of a number; null if it is none of them.</summary>
    public object? ObjectOf(long number)
    {
        lock (_lock)
        {
            return _objects.GetValueOrDefault(number);
        }
    }
}
