using Harness;

namespace Runs.Journal;

/// <summary>A session came to its end by itself, or by a first signal.</summary>
/// <param name="Verdict">What was concluded of all sessions so far.</param>
/// <param name="Reason">Why.</param>
internal sealed record JournalEnd(Verdict Verdict, string Reason) : JournalEntry;
