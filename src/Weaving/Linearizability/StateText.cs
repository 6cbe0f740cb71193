using System.Collections;
using System.Text;
using Weaving.Objects;

namespace Weaving.Linearizability;

/// <summary>Objects as text: equal for objects that cannot be told apart by their fields.</summary>
internal static class StateText
{
    /// <summary>The text of an object and of what it refers to.</summary>
    public static string Of(object value)
    {
        StringBuilder text = new();
        Add(text, value, new Dictionary<object, int>(ReferenceEqualityComparer.Instance));
        return text.ToString();
    }

    private static void Add(StringBuilder text, object? value, Dictionary<object, int> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value is Enum)
        {
            text.Append(value).Append(',');
        }
        else if (!value.GetType().IsValueType && !seen.TryAdd(value, seen.Count))
        {
            text.Append('^').Append(seen[value]).Append(',');
        }
        else if (value is Array array)
        {
            text.Append('[');
            foreach (object? item in (IEnumerable)array)
            {
                Add(text, item, seen);
            }

            text.Append(']');
        }
        else if (value is not Delegate)
        {
            text.Append(value.GetType().Name).Append('{');
            foreach (System.Reflection.FieldInfo field in Layout.FieldsOf(value.GetType()))
            {
                Add(text, field.GetValue(value), seen);
            }

            text.Append('}');
        }
    }
}
