namespace Weaving.Running;

/// <inheritdoc/>
/// <typeparam name="T">The field's type.</typeparam>
internal sealed class StaticHolder<T> : StaticHolder
{
    /// <summary>The only field: its words lie where the object's do.</summary>
    public T Value = default!;

    /// <inheritdoc/>
    public override object? Boxed
    {
        get => Value;
        set => Value = (T)value!;
    }
}
