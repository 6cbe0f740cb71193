using Atomics;

namespace Rivals;

/// <summary>The second lines of an arena's folios: rmap values on lines of their own, by the folio's index.</summary>
public sealed unsafe class SplitLines : IDisposable
{
    private readonly NativeBlock _lines;

    /// <summary>Allocates 128 bytes for each folio.</summary>
    /// <param name="folios">Folios of the arena.</param>
    public SplitLines(int folios) => _lines = new NativeBlock((long)folios * NativeBlock.AlignmentBytes);

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();

    internal byte* Start => _lines.Start;
}
