namespace Exploration.Actors;

/// <summary>How an operation orders its neighbours (.NET memory model; the flags combine).</summary>
[Flags]
internal enum Ordering : byte
{
    /// <summary>Not at all.</summary>
    Plain = 0,

    /// <summary>Acquires: an acquire read, or a read barrier.</summary>
    Acquire = 1,

    /// <summary>Releases: a release write, or a write barrier.</summary>
    Release = 2,

    /// <summary>A full fence, before and after an access.</summary>
    Full = 4,
}
