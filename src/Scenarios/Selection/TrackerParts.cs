namespace Scenarios.Selection;

/// <summary>Parts of the tracker: a canary replaces a step of one, a scenario exercises some.</summary>
[Flags]
public enum TrackerParts
{
    /// <summary>No part: a program without the tracker.</summary>
    None = 0,

    /// <summary>Begin and end of a write section.</summary>
    Seqcount = 1,

    /// <summary>A write section as a whole, with its updates.</summary>
    WriteSection = 1 << 1,

    /// <summary>A write section with orders that only the model has.</summary>
    WeakSection = 1 << 2,

    /// <summary>A snapshot.</summary>
    Reader = 1 << 3,

    /// <summary>The references that go with mappings.</summary>
    References = 1 << 4,

    /// <summary>The decision to reuse a folio on a copy-on-write fault.</summary>
    Reuse = 1 << 5,

    /// <summary>Rmap IDs: taken and freed.</summary>
    Ids = 1 << 6,

    /// <summary>The arithmetic of sub-IDs.</summary>
    SubIds = 1 << 7,

    /// <summary>The stack of free slots, from which folios and MMs come.</summary>
    Slots = 1 << 8,

    /// <summary>MMs: made, dropped and looked up.</summary>
    Mms = 1 << 9,
}
