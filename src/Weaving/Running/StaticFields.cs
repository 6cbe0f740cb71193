using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Weaving.Objects;

namespace Weaving.Running;

/// <summary>The static fields that actors of a scenario have touched.</summary>
internal sealed class StaticFields(ObjectTable objects)
{
    private readonly ConcurrentDictionary<nint, StaticField> _fields = new();

    /// <summary>The fields.</summary>
    public IEnumerable<StaticField> Fields => _fields.Values;

    /// <summary>Takes in a field.</summary>
    /// <param name="address">Where it lies.</param>
    /// <param name="field">The field.</param>
    /// <param name="type">Its type, closed.</param>
    public void Add(nint address, RuntimeFieldHandle field, RuntimeTypeHandle type)
    {
        if (!_fields.ContainsKey(address))
        {
            FieldInfo info = FieldInfo.GetFieldFromHandle(field, type);
            _fields.TryAdd(address, new StaticField(
                objects.Number(new ObjectKey.Static(info.DeclaringType!, info.Name)), address,
                Layout.OfValue(info.FieldType),
                $"{TypeName.Of(info.DeclaringType!)}.{info.Name}"));
        }
    }

    /// <summary>The field that an address lies in.</summary>
    public unsafe bool TryFind(ref byte address, out Place place)
    {
        nint value = (nint)Unsafe.AsPointer(ref address);
        foreach (StaticField field in _fields.Values)
        {
            if ((nuint)(value - field.Address) < (nuint)field.Layout.Size)
            {
                place = new Place(field.Number, null, field, (int)(value - field.Address), -1);
                return true;
            }
        }

        place = default;
        return false;
    }
}
