namespace Weaving.Refusals;

/// <summary>A place in rewritten code.</summary>
/// <param name="Member">The method as <c>Type.Method</c>.</param>
/// <param name="ILOffset">Offset of the instruction before rewriting.</param>
/// <param name="File">Source file; null without debug information.</param>
/// <param name="Line">Line, from 1; 0 without debug information.</param>
internal sealed record CodeSite(string Member, int ILOffset, string? File, int Line)
{
    /// <summary><c>File.cs:12</c>, or <c>IL_0012</c>.</summary>
    public override string ToString() => File is null ? $"IL_{ILOffset:x4}" : $"{Path.GetFileName(File)}:{Line}";
}
