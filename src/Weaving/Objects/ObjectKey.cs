namespace Weaving.Objects;

/// <summary>What makes an object the same one in every run.</summary>
internal abstract record ObjectKey
{
    /// <summary>An object of the set-up: the how manyth that a walk from the roots comes to.</summary>
    internal sealed record SetUp(int Index, Type Type, int Length) : ObjectKey;

    /// <summary>An object that an actor makes: its k-th of this type and length.</summary>
    internal sealed record Made(int Actor, Type Type, int Length, int Count) : ObjectKey;

    /// <summary>An object that never changes, such as a string or a box, which is the same wherever its contents
    /// are.</summary>
    internal sealed record Value(object Contents) : ObjectKey;

    /// <summary>A delegate, by its methods and the numbers of their targets.</summary>
    internal sealed record Function(Type Type, string Methods, DelegatePart[] Parts) : ObjectKey
    {
        /// <inheritdoc/>
        public bool Equals(Function? other) => other is not null && Type == other.Type && Methods == other.Methods;

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Type, Methods);
    }

    /// <summary>A static field, which is no object but holds words like one.</summary>
    internal sealed record Static(Type Type, string Field) : ObjectKey;

    /// <summary>An object of a static field of a generic type, which was made when it was first needed.</summary>
    internal sealed record Late(int Index) : ObjectKey;
}
