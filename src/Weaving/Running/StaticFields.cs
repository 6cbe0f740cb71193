using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Weaving.Objects;

namespace Weaving.Running;

/// <summary>The static fields that actors of a scenario have touched.</summary>
internal sealed class StaticFields(ObjectTable objects)
{
    private readonly ConcurrentDictionary<(nint Field, nint Type), StaticField> _fields = new();
    private readonly ConcurrentDictionary<long, StaticField> _byNumber = new();
    private readonly Lock _adding = new();
    private volatile StaticField[] _all = [];

    /// <summary>The field of a number.</summary>
    public StaticField this[long number] => _byNumber[number];

    /// <summary>Where runs find a field.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="type">The type that declares it, closed.</param>
    public ref T Of<T>(RuntimeFieldHandle field, RuntimeTypeHandle type)
    {
        if (!_fields.TryGetValue((field.Value, type.Value), out StaticField? known))
        {
            known = Add(FieldInfo.GetFieldFromHandle(field, type), (field.Value, type.Value), new StaticHolder<T>());
        }

        return ref Unsafe.As<StaticHolder<T>>(known.Holder).Value;
    }

    /// <summary>The field that an address lies in.</summary>
    public bool TryFind(ref byte address, out Place place)
    {
        foreach (StaticField field in _all)
        {
            nint offset = Unsafe.ByteOffset(ref RawObject.Of(field.Holder), ref address);
            if ((nuint)offset < (nuint)field.Layout.Size)
            {
                place = new Place(field.Number, null, field, (int)offset, -1);
                return true;
            }
        }

        place = default;
        return false;
    }

    private StaticField Add(FieldInfo info, (nint Field, nint Type) key, StaticHolder holder)
    {
        lock (_adding)
        {
            if (!_fields.TryGetValue(key, out StaticField? field))
            {
                field = new StaticField(
                    objects.Number(new ObjectKey.Static(info.DeclaringType!, info.Name)), info, holder,
                    Layout.OfValue(info.FieldType), $"{TypeName.Of(info.DeclaringType!)}.{info.Name}");
                _byNumber[field.Number] = field;
                _all = [.. _all, field];
                _fields[key] = field;
            }

            return field;
        }
    }
}
