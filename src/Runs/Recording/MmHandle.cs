using Tracker.AddressSpaces;

namespace Runs.Recording;

/// <summary>
/// An MM together with its dense number in the <see cref="Auditing.Ledger"/>. Valid while a reference is held.
/// </summary>
/// <param name="Mm">The MM.</param>
/// <param name="Number">Its number; another MM may have it once this one's death has been audited.</param>
public readonly record struct MmHandle(AddressSpace Mm, int Number);
