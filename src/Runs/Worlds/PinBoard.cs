using System.Runtime.CompilerServices;
using Atomics;
using Tracker.Folios;

namespace Runs.Worlds;

/// <summary>
/// How many pins each folio has, kept beside the tracker: a word that also counts changes, so that whoever sees the
/// same word twice, with pins in it, knows that a pin was held in between.
/// </summary>
/// <param name="folios">Folios of the arena.</param>
public sealed class PinBoard(int folios) : IDisposable
{
    private const long OneChange = 1L << 32;
    private const long PinsMask = OneChange - 1;
    private readonly NativeBlock _words = new((long)folios * sizeof(long));

    /// <summary>Notes a pin. The pinner already has its reference.</summary>
    public void Pin(Folio folio) => Interlocked.Add(ref Word(folio), OneChange + 1);

    /// <summary>Notes the end of a pin. The pinner still has its reference.</summary>
    public void Unpin(Folio folio) => Interlocked.Add(ref Word(folio), OneChange - 1);

    /// <summary>The word of a folio.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Look(Folio folio) => Volatile.Read(ref Word(folio));

    /// <summary>Whether a pin was held from one look to another.</summary>
    public static bool WasPinned(long before, long after) => before == after && (before & PinsMask) != 0;

    /// <inheritdoc/>
    public void Dispose() => _words.Dispose();

    private ref long Word(Folio folio) => ref _words.Word64((long)folio.Index * sizeof(long));
}
