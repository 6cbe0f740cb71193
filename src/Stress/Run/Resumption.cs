using System.CommandLine;
using System.Text.Json.Nodes;
using Harness.Hosts;
using Runs.Journal;
using Stress.CommandLine;

namespace Stress.Run;

/// <summary>What a run goes on with: nothing, or an earlier one's journal.</summary>
/// <param name="Command">The present command line.</param>
/// <param name="Invocation">The run's command line: the present one, or the journal's.</param>
/// <param name="Before">The journal so far; null for a run of its own.</param>
internal sealed record Resumption(Invocation Command, Invocation Invocation, JournalState? Before)
{
    /// <summary>Options that say where results go: each command has its own.</summary>
    private static readonly string[] OfOneCommand = [RunOptions.Journal.Name,
        .. Verb.Options.Select(option => option.Name)];

    /// <summary>Time that is left, or is added, in all.</summary>
    public TimeSpan Budget { get; private init; } = Invocation.Value(RunOptions.TimeBudget);

    /// <summary>Whether the present command says for how long.</summary>
    public bool AddsTime { get; private init; }

    /// <summary>Number of this session.</summary>
    public int Session => (Before?.Start.Session ?? 0) + 1;

    /// <summary>Where lines go from now on; null for a run without a journal.</summary>
    public string? Folder { get; } = Before?.Folder ?? Invocation.Value(RunOptions.Journal);

    /// <summary>
    /// Where the log of this session's round with the first violation goes; null for a run without a journal.
    /// </summary>
    public string? LogFolder => Folder is null ? null : Path.Combine(Folder, $"violation-{Session}");

    /// <summary>Finds out what a command line asks for.</summary>
    /// <exception cref="UsageException">There is no such journal, or something is given beside it that it
    /// decides.</exception>
    public static Resumption Of(Invocation invocation)
    {
        if (invocation.Value(RunOptions.Resume) is not string folder)
        {
            return new Resumption(invocation, invocation, Before: null);
        }

        if (RunOptions.All.Except([RunOptions.Resume, RunOptions.TimeBudget])
            .FirstOrDefault(invocation.IsGiven) is Option given)
        {
            throw new UsageException(RunOptions.Resume.Name, folder,
                $"without {given.Name}: beside it only --time-budget, the time to add, and --json");
        }

        JournalState before = InputFile.Use(RunOptions.Resume, () => JournalReader.Read(folder));
        bool isAdding = invocation.IsGiven(RunOptions.TimeBudget);
        TimeSpan budget = isAdding
            ? invocation.Value(RunOptions.TimeBudget)
            : TimeSpan.FromSeconds(Math.Max(0, before.Start.BudgetSeconds - before.Seconds));
        return new Resumption(invocation, invocation.Again([RunCommand.Create()], before.Start.Arguments),
            before)
        { Budget = budget, AddsTime = isAdding };
    }

    /// <summary>
    /// The head of a report that is complete now, with the options of the run, wherever they were given.
    /// </summary>
    /// <param name="decided">Options that others decide, with their values.</param>
    public ReportHead Head(JsonObject decided)
    {
        JsonObject inForce = Invocation.OptionsInForce(decided);
        if (Before is not null)
        {
            // These are the present command's.
            foreach (Option own in (Option[])[RunOptions.Resume, .. Verb.Options,
                .. AddsTime ? [RunOptions.TimeBudget] : (Option[])[]])
            {
                inForce.Remove(Invocation.FieldOf(own));
            }
        }

        return Command.Head(inForce);
    }

    /// <summary>Begins the journal's next session; null for a run without a journal.</summary>
    /// <param name="seed">Seed of the session.</param>
    /// <exception cref="UsageException">The journal cannot be written.</exception>
    public RunJournal? Open(long seed)
    {
        if (Folder is null)
        {
            return null;
        }

        JournalStart start = new(
            Session,
            BuildInfo.Version,
            BuildInfo.Commit,
            DateTime.UtcNow,
            seed,
            Budget.TotalSeconds + (Before?.Seconds ?? 0),
            Invocation.ArgumentsWithout(OfOneCommand));
        RunJournal journal = new(
            InputFile.Use(RunOptions.Journal, () => new JournalWriter(Folder, (Before?.Files ?? 0) + 1)), start);
        journal.Begin();
        return journal;
    }
}
