using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Tracker.Tracking;

/// <summary>
/// A scheme that tracks who maps a folio, as a struct type parameter: no virtual call in a hot loop. Page ranges are
/// carried for schemes that need them; a range that reaches the folio's end goes on at its first page.
/// </summary>
public interface ITracking
{
    /// <summary>
    /// The word that numbers the folio's sections, as in <see cref="Snapshot.Word"/>: an audit brackets what it does
    /// not see with two looks at it. Acquires: what comes after stays after.
    /// </summary>
    /// <param name="folio">The folio, on which the caller holds a reference, or which nobody else can see yet.</param>
    long Word(Folio folio);

    /// <summary>What its folios' sequences look like: whoever prepares, splits or frees them keeps to it.</summary>
    SequenceFormat Format { get; }

    /// <summary>
    /// Resets what the scheme keeps for a folio beside the folio's own words. Nobody else refers to the folio.
    /// </summary>
    void PrepareBeside(Folio folio)
    {
        // Most schemes keep nothing there.
    }

    /// <summary>
    /// Looks for what must not be left there when the folio is freed or split. Nobody else refers to it.
    /// </summary>
    FolioDefect InspectBeside(Folio folio) => FolioDefect.None;

    /// <summary>Sets the first mappings of a prepared folio that nobody else can see yet.</summary>
    /// <param name="folio">The folio.</param>
    /// <param name="mm">The MM that maps it.</param>
    /// <param name="firstPage">First page mapped.</param>
    /// <param name="count">Pages mapped, one mapping each.</param>
    void Set(Folio folio, AddressSpace mm, int firstPage, int count);

    /// <summary>Maps pages: takes a reference for each, then adds the mappings in one write section.</summary>
    /// <param name="folio">The folio, on which the caller holds a reference.</param>
    /// <param name="mm">The MM that maps it.</param>
    /// <param name="firstPage">First page mapped.</param>
    /// <param name="count">Pages mapped, 1 to 2^order.</param>
    /// <returns>The section's stamp.</returns>
    long Map(Folio folio, AddressSpace mm, int firstPage, int count);

    /// <summary>Unmaps pages: takes the mappings away in one write section, then drops their references.</summary>
    /// <param name="folio">The folio.</param>
    /// <param name="mm">The MM that maps it.</param>
    /// <param name="firstPage">First page unmapped.</param>
    /// <param name="count">Pages unmapped, 1 to 2^order.</param>
    /// <param name="referencesLeft">References that remain; whoever sees 0 frees the folio.</param>
    /// <returns>The section's stamp.</returns>
    long Unmap(Folio folio, AddressSpace mm, int firstPage, int count, out int referencesLeft);

    /// <summary>Tries once to read a snapshot.</summary>
    /// <param name="folio">The folio, on which the caller holds a reference.</param>
    /// <param name="snapshot">What was read, if accepted; if not, only its word was.</param>
    ReadResult TryRead(Folio folio, out Snapshot snapshot);

    /// <summary>Decides who maps a folio.</summary>
    /// <param name="folio">The folio, on which the caller holds a reference.</param>
    /// <param name="mm">The MM on whose behalf is asked, on which the caller holds a reference.</param>
    /// <param name="maxTries">Tries at most.</param>
    Decision Decide(Folio folio, AddressSpace mm, int maxTries);

    /// <summary>Decides whether a copy-on-write fault may reuse a folio.</summary>
    /// <param name="folio">A folio that the MM maps.</param>
    /// <param name="mm">The MM that took the fault.</param>
    Reuse CanReuse(Folio folio, AddressSpace mm);
}
