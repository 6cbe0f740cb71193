namespace Runs.Tracing.Memory;

/// <summary>A range of pages that was mapped as one.</summary>
/// <param name="Start">First page.</param>
/// <param name="End">First page behind.</param>
/// <param name="IsPrivate">Whether a page written in it is anonymous memory.</param>
internal readonly record struct Area(long Start, long End, bool IsPrivate);
