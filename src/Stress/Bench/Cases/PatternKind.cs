namespace Stress.Bench.Cases;

/// <summary>Which folios the threads of a pattern work on.</summary>
internal enum PatternKind
{
    /// <summary>Each thread has a folio of its own.</summary>
    Private,

    /// <summary>As <see cref="Private"/>, but the folios lie so close that neighbours share cache lines.</summary>
    PrivateUnpadded,

    /// <summary>All threads draw from the same few folios.</summary>
    Common,

    /// <summary>Each thread maps all pages of the parent's folios for a child, then unmaps them.</summary>
    Fork,
}
