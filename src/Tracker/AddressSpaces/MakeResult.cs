namespace Tracker.AddressSpaces;

/// <summary>How making an MM ended.</summary>
public enum MakeResult
{
    /// <summary>The MM is made and has one reference.</summary>
    Made,

    /// <summary>Every rmap ID is handed out.</summary>
    NoIdLeft,

    /// <summary>There is an ID but no memory for the MM; the ID was given back.</summary>
    NoMemoryLeft,
}
