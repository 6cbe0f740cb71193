namespace Weaving.Running;

/// <summary>
/// Stands for a static field: the runtime keeps a structure with references in a box that the garbage collector moves.
/// </summary>
internal abstract class StaticHolder
{
    /// <summary>A holder.</summary>
    /// <param name="type">The field's type.</param>
    /// <param name="value">What it holds.</param>
    public static StaticHolder Of(Type type, object? value)
    {
        StaticHolder holder = (StaticHolder)Activator.CreateInstance(typeof(StaticHolder<>).MakeGenericType(type))!;
        holder.Boxed = value;
        return holder;
    }

    /// <summary>What it holds.</summary>
    public abstract object? Boxed { get; set; }
}
