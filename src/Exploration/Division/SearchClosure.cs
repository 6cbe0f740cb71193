namespace Exploration.Division;

/// <summary>What the whole of a divided search comes to.</summary>
/// <param name="Learned">Assumptions to begin anew with; null if those of the search hold.</param>
/// <param name="Bounds">Why it is not complete although all parts were visited.</param>
public sealed record SearchClosure(SearchAssumptions? Learned, IReadOnlyList<SearchBound> Bounds);
