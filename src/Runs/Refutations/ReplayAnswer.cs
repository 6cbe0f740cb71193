namespace Runs.Refutations;

/// <summary>What the tracker said about a folio with the mappings of a counterexample.</summary>
/// <param name="Scheme">Name of the scheme.</param>
/// <param name="Exclusive">Whether it took the folio for exclusive to the counterexample's ID.</param>
/// <param name="MayReuse">Whether it let that MM reuse the folio in a copy-on-write fault, which is then seen by the
/// others.</param>
public sealed record ReplayAnswer(string Scheme, bool Exclusive, bool MayReuse);
