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

    /// <summary>Refuses to set the first mappings of a folio that others may map and look at.</summary>
    /// <remarks>A look past the memory parameter: it decides nothing, and is no step of the tracker.</remarks>
    /// <exception cref="InvalidOperationException">The folio is published.</exception>
    public static void RefuseIfPublished(Folio folio)
    {
        if (HardwareMemory.ReadPlain(ref folio.State->References) is not 0 and int references)
        {
            throw new InvalidOperationException(
                $"The first mappings of a folio with {references} references cannot be set: others may map it.");
        }
    }
}
