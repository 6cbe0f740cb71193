namespace Runs.Journal;

/// <summary>A session begins: the run itself, or a resumption.</summary>
/// <param name="Session">1 for the run itself.</param>
/// <param name="Version">Version of the build.</param>
/// <param name="Commit">Commit of the build: what another one did is not added to.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Seed">Seed of this session.</param>
/// <param name="BudgetSeconds">Time of all sessions so far and this one, in seconds.</param>
/// <param name="Arguments">The command line, without the options that say where results go.</param>
public sealed record JournalStart(
    int Session,
    string Version,
    string Commit,
    DateTime Time,
    long Seed,
    double BudgetSeconds,
    IReadOnlyList<string> Arguments) : JournalEntry;
