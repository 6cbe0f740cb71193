namespace Exploration.Graphs;

/// <summary>A set of locations, which are numbered 0 to 127.</summary>
/// <param name="Low">The locations 0 to 63, a bit each.</param>
/// <param name="High">The locations 64 to 127.</param>
internal readonly record struct LocationSet(ulong Low, ulong High)
{
    /// <summary>Whether it has no element.</summary>
    public bool IsEmpty => (Low | High) == 0;

    /// <summary>The locations below a number.</summary>
    /// <param name="count">The number, 0 to 128.</param>
    public static LocationSet Below(int count) => new(FirstBits(count), FirstBits(count - 64));

    /// <summary>Whether a location, 0 to 127, is in it.</summary>
    public bool Contains(int location) => ((location < 64 ? Low : High) >> location & 1) != 0;

    /// <summary>The set with a location more.</summary>
    public LocationSet With(int location) =>
        location < 64 ? this with { Low = Low | 1UL << location } : this with { High = High | 1UL << location };

    /// <summary>Union.</summary>
    public static LocationSet operator |(LocationSet left, LocationSet right) =>
        new(left.Low | right.Low, left.High | right.High);

    /// <summary>The locations of one set that are not in the other.</summary>
    public static LocationSet operator -(LocationSet left, LocationSet right) =>
        new(left.Low & ~right.Low, left.High & ~right.High);

    /// <summary>Its locations in order.</summary>
    public IEnumerable<int> ToNumbers()
    {
        LocationSet set = this;
        return Enumerable.Range(0, GraphLimits.MaxLocations).Where(set.Contains);
    }

    private static ulong FirstBits(int count) => count >= 64 ? ulong.MaxValue : count <= 0 ? 0 : (1UL << count) - 1;
}
