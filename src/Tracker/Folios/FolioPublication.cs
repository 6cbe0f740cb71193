using Atomics;

namespace Tracker.Folios;

/// <summary>Makes a prepared folio visible.</summary>
public static unsafe class FolioPublication
{
    /// <summary>From here on others may take references.</summary>
    /// <param name="folio">The folio, prepared and perhaps set.</param>
    /// <param name="references">One for each mapping that it was set with, plus the owner's own, at least 1.</param>
    public static void Publish<TMemory>(Folio folio, int references) where TMemory : struct, IMemory
    {
        // Release: everything written while preparing and setting comes first; pairs with [reference-get]. Written
        // plainly, a reader with a reference could find the words of the folio's former life.
        TMemory.WriteRelease(ref folio.State->References, references); // [publish]
    }
}
