namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>Where an access goes.</summary>
internal abstract record Place
{
    /// <summary>A static, unmanaged or scenario word: <c>x</c>.</summary>
    public sealed record Word(string Name) : Place
    {
        public override string ToString() => Name;
    }

    /// <summary>
    /// A field of an object that the code knows by name or through a register: <c>A.f</c>, <c>r1.f</c>.
    /// </summary>
    public sealed record Field(string Base, string Name) : Place
    {
        public override string ToString() => $"{Base}.{Name}";
    }

    /// <summary>
    /// An element of an array: an object, <c>A[e]</c> or <c>r1[e]</c>, or unmanaged words in a row, <c>b[e]</c>.
    /// </summary>
    public sealed record Element(string Base, Expression Index) : Place
    {
        public override string ToString() => $"{Base}[{Index}]";
    }
}
