namespace Weaving.Objects;

/// <summary>What makes an object the same one in every run.</summary>
internal abstract record ObjectKey
{
    /// <summary>An object of the set-up: the how manyth that a walk from the roots comes to.</summary>
    internal sealed record SetUp(int Index, ObjectShape Shape) : ObjectKey;

    /// <summary>An object that an actor makes: its k-th of this shape.</summary>
    internal sealed record Made(int Actor, ObjectShape Shape, int Count) : ObjectKey;

    /// <summary>
    /// An object that never changes, such as a string or a box, which is the same wherever its contents are: a box by
    /// its words, whatever its type calls equal.
    /// </summary>
    internal sealed record Value(object Contents) : ObjectKey
    {
        /// <inheritdoc/>
        public bool Equals(Value? other) => other is not null && Contents.GetType() == other.Contents.GetType()
            && (Contents is ValueType
                ? BoxedWords.Of(Contents).SequenceEqual(BoxedWords.Of(other.Contents))
                : Contents.Equals(other.Contents));

        /// <inheritdoc/>
        public override int GetHashCode() => Contents is ValueType
            ? BoxedWords.Of(Contents).Aggregate(Contents.GetType().GetHashCode(), HashCode.Combine)
            : Contents.GetHashCode();
    }

    /// <summary>A box of a struct that holds references, by what its words hold.</summary>
    internal sealed record Box(Type Type, string Text, long[] Words) : ObjectKey
    {
        /// <inheritdoc/>
        public bool Equals(Box? other) => other is not null && Type == other.Type && Text == other.Text;

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Type, Text);
    }

    /// <summary>A box that an actor makes: its k-th, which is no other one's although the contents may be
    /// equal.</summary>
    internal sealed record Boxed(int Actor, int Count, ObjectKey Contents) : ObjectKey;

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
