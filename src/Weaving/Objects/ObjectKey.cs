namespace Weaving.Objects;

/// <summary>What makes an object the same one in every run, in every search, and in every process.</summary>
internal abstract record ObjectKey
{
    /// <summary>The key as a text: equal for equal keys, whichever process writes it.</summary>
    public abstract string Text { get; }

    /// <summary>An object of the set-up: the how manyth that a walk from the roots comes to.</summary>
    internal sealed record SetUp(int Index, ObjectShape Shape) : ObjectKey
    {
        /// <inheritdoc/>
        public override string Text => $"set-up {Index} {Shape.Text}";
    }

    /// <summary>An object that an actor makes: its k-th of this shape.</summary>
    internal sealed record Made(int Actor, ObjectShape Shape, int Count) : ObjectKey
    {
        /// <summary>Stands for the actor of an empty array: all of a type are one.</summary>
        public const int Nobody = -1;

        /// <inheritdoc/>
        public override string Text => $"made {Actor} {Count} {Shape.Text}";
    }

    /// <summary>A text that the code spells out, or a type: the same one wherever its contents are.</summary>
    internal sealed record Value(object Contents) : ObjectKey
    {
        /// <inheritdoc/>
        public override string Text => $"value {TypeName.Unique(Contents.GetType())} "
            + (Contents is Type type ? TypeName.Unique(type) : $"{Contents}");
    }

    /// <summary>A box by its words, whatever its type calls equal: a reference is the number of its object.</summary>
    internal sealed record Box(Type Type, long[] Words) : ObjectKey
    {
        /// <inheritdoc/>
        public override string Text => $"box {TypeName.Unique(Type)} {string.Join(' ', Words)}";

        /// <inheritdoc/>
        public bool Equals(Box? other) =>
            other is not null && Type == other.Type && Words.AsSpan().SequenceEqual(other.Words);

        /// <inheritdoc/>
        public override int GetHashCode() => Words.Aggregate(Type.GetHashCode(), HashCode.Combine);
    }

    /// <summary>A box that an actor makes, or the set-up: its k-th, which is no other one although the contents may be
    /// equal.</summary>
    internal sealed record Boxed(int Actor, int Count, Box Contents) : ObjectKey
    {
        /// <inheritdoc/>
        public override string Text => $"boxed {Actor} {Count} {Contents.Text}";
    }

    /// <summary>Any other text, which an actor makes or the set-up: its k-th, which is no other one although others may
    /// be equal.</summary>
    internal sealed record MadeText(int Actor, int Count, string Contents) : ObjectKey
    {
        /// <inheritdoc/>
        public override string Text => $"text {Actor} {Count} {Contents}";
    }

    /// <summary>A delegate, by its methods and the numbers of their targets.</summary>
    internal sealed record Function(Type Type, string Methods, DelegatePart[] Parts) : ObjectKey
    {
        /// <inheritdoc/>
        public override string Text =>
            $"function {TypeName.Unique(Type)} {string.Join(' ', Parts.Select(part => part.Text))}";

        /// <inheritdoc/>
        public bool Equals(Function? other) => other is not null && Type == other.Type && Methods == other.Methods;

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Type, Methods);
    }

    /// <summary>A static field, which is no object but holds words like one.</summary>
    internal sealed record Static(Type Type, string Field) : ObjectKey
    {
        /// <inheritdoc/>
        public override string Text => $"static {TypeName.Unique(Type)} {Field}";
    }

    /// <summary>
    /// An object of a static field of a generic type, which was made when it was first needed: the how manyth of its
    /// type that was found. Only the first is the same in every process.
    /// </summary>
    internal sealed record Late(Type Type, int Count) : ObjectKey
    {
        /// <inheritdoc/>
        public override string Text => $"late {Count} {TypeName.Unique(Type)}";
    }
}
