namespace Tracker.Reading;

/// <summary>The answer of <see cref="SharingReader{TMemory, TRead}"/>, with what an audit needs to check it.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Rechecked"> True if the answer holds at the sequence number in <paramref name="Word"/>; false if it
/// came from the mapcount alone (0, or above the page count) and holds at some moment of the read.
/// </param>
/// <param name="Word">The sequence word at the read begin of the try that answered.</param>
/// <param name="Mapcount">Mappings seen by the try that answered.</param>
/// <param name="Retries">Tries that were not accepted.</param>
public readonly record struct Decision(Sharing Answer, bool Rechecked, long Word, int Mapcount, int Retries);
