namespace EmittedCode;

/// <summary>A tagged access in the source of the tracker.</summary>
/// <param name="Id">The row of <c>docs/MEMORY-ORDERING.md</c>.</param>
/// <param name="Operation">The memory operation, such as <c>ReadAcquire</c>.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line in it, from 1.</param>
public sealed record Site(string Id, string Operation, string File, int Line);
