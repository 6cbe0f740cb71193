namespace Exploration.Division;

/// <summary>
/// What all parts of a divided search take for granted, because they would find different trees without it. A part that
/// finds an assumption wrong says what is right; then the search begins anew with the union.
/// </summary>
public sealed record SearchAssumptions
{
    /// <summary>
    /// Words whose adds are in order; under <see cref="Equivalence.Graph"/> all words are. A word is named by its
    /// number, or, in ordinary code, by a hash of its object and its place there.
    /// </summary>
    public IReadOnlyList<long> Ordered { get; init; } = [];

    /// <summary>Whether the adds of all words are.</summary>
    public bool OrdersAll { get; init; }

    /// <summary>Reads that a later write overtakes, as <c>ACTOR.WORD</c>.</summary>
    public IReadOnlyList<string> Overtaken { get; init; } = [];

    /// <summary>Values that such a read may see, as <c>ACTOR.WORD=VALUE</c>: who writes them.</summary>
    public IReadOnlyList<string> Written { get; init; } = [];

    /// <summary>Whether some execution leaves room for one in which a read sees what it causes.</summary>
    public bool HasRoomForCycles { get; init; }

    /// <summary>
    /// How often a turn of a wait is run before it is cut, as <c>ACTOR TIMES TURN</c>; once where none is given.
    /// </summary>
    public IReadOnlyList<string> Repeats { get; init; } = [];

    /// <summary>
    /// Whether a compare-and-swap that fails only acquires: the second search under <see cref="ModelName.Dotnet"/>.
    /// </summary>
    public bool SwapAcquires { get; init; }

    /// <summary>
    /// What actors did where <see cref="Written"/> was learned, as <c>ACTOR WAYS</c>, if it names objects: whoever lets
    /// a read see an object has to make it first. It helps, and decides nothing.
    /// </summary>
    public IReadOnlyList<string> Makers { get; init; } = [];

    /// <summary>All that decides over the tree, in one line; equal for equal assumptions.</summary>
    public string Key => string.Join(
        '|',
        string.Join(',', Ordered),
        OrdersAll,
        string.Join(',', Overtaken),
        string.Join(',', Written),
        HasRoomForCycles,
        string.Join(',', Repeats),
        SwapAcquires);

    /// <summary>What two parts have found right, together. Both are of the same search.</summary>
    public SearchAssumptions Union(SearchAssumptions other) => this with
    {
        Ordered = [.. Ordered.Union(other.Ordered).Order()],
        OrdersAll = OrdersAll || other.OrdersAll,
        Makers = Join(Makers, other.Makers),
        Overtaken = Join(Overtaken, other.Overtaken),
        Written = Join(Written, other.Written),
        HasRoomForCycles = HasRoomForCycles || other.HasRoomForCycles,
        Repeats = [.. Repeats.Concat(other.Repeats)
            .Select(each => each.Split(' ', 3))
            .GroupBy(each => (Actor: each[0], Turn: each[2]),
                each => int.Parse(each[1], System.Globalization.CultureInfo.InvariantCulture))
            .Select(each => $"{each.Key.Actor} {each.Max()} {each.Key.Turn}")
            .Order(StringComparer.Ordinal)],
    };

    /// <summary>Equal by <see cref="Key"/>.</summary>
    public bool Equals(SearchAssumptions? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    private static IReadOnlyList<string> Join(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        [.. left.Union(right).Order(StringComparer.Ordinal)];
}
