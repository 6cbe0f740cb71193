using Weaving.Objects;

namespace Weaving.Running;

/// <summary>Objects that static fields of generic types held when an actor first looked.</summary>
internal sealed class LateObjects(ObjectTable table)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<object, long> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<long, object> _objects = [];

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
                number = table.Number(new ObjectKey.Late(_numbers.Count));
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
