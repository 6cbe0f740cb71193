using System.Globalization;
using Exploration.Actors.Waits;
using Exploration.Division;
using Exploration.Graphs;
using Exploration.Programs;

namespace Exploration.Search;

/// <summary>What a team knows before and after a part of a search, so that teams elsewhere can go on with it.</summary>
internal sealed partial class WorkerTeam
{
    /// <summary>Takes something for granted that another search has learned.</summary>
    public void Assume(SearchAssumptions assumptions)
    {
        if (assumptions.HasRoomForCycles)
        {
            _guesses.Open();
        }

        if (assumptions.Makers.Count > 0)
        {
            using Program aside = new(_source);
            (int, string)[] makers = [.. assumptions.Makers.Select(maker => maker.Split(' ', 2))
                .Select(maker => (int.Parse(maker[0], CultureInfo.InvariantCulture), maker[1]))];
            Run(() => ActorWays.Follow(aside, makers, (_, _) => { }));
        }

        foreach (string overtaken in assumptions.Overtaken)
        {
            long[] parts = [.. overtaken.Split('.').Select(part => long.Parse(part, CultureInfo.InvariantCulture))];
            _guesses.Overtake((int)parts[0], LocationOf(parts[1]));
        }

        foreach (string written in assumptions.Written)
        {
            long[] parts = [.. written.Split('.', '=').Select(part => long.Parse(part, CultureInfo.InvariantCulture))];
            _guesses.Write((int)parts[0], LocationOf(parts[1]), parts[2]);
        }

        foreach (string[] repeat in assumptions.Repeats.Select(repeat => repeat.Split(' ', 3)))
        {
            int actor = int.Parse(repeat[0], CultureInfo.InvariantCulture);
            _allowances[actor][Turn.Rename(repeat[2], id => LocationOf(id))] =
                int.Parse(repeat[1], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The locations of words by what names them in every process.</summary>
    public LocationSet LocationsOf(IEnumerable<long> words) =>
        words.Aggregate(default(LocationSet), (all, word) => all.With(LocationOf(word)));

    private int LocationOf(long word) => _programs[0].LocationOf(word);

    private long IdOf(int location) => _programs[0].IdOf(location);

    /// <summary>What the next search must take for granted; null if the last one has learned nothing.</summary>
    /// <param name="assumed">What the last one took for granted.</param>
    /// <param name="ordered">Locations that it found not to commute.</param>
    public SearchAssumptions? Learned(SearchAssumptions assumed, LocationSet ordered)
    {
        Program program = _programs[0];
        int[] found = [.. ordered.ToNumbers().Where(location => program.Code?.Words.IsFound(location) != false)];
        bool namesObjects = program.Words.Length > 0
            && _guesses.Written.Any(each => program.Words[each.Location].HoldsReference);
        SearchAssumptions learned = assumed.Union(new SearchAssumptions
        {
            Ordered = [.. found.Select(IdOf)],
            // What a write depends on is asked where all words are in order.
            OrdersAll = _guesses.HasGrown || found.Length < ordered.ToNumbers().Count(),
            Overtaken = [.. _guesses.Overtaken.Select(each => $"{each.Thread}.{IdOf(each.Location)}")],
            Written = [.. _guesses.Written.Select(each => $"{each.Thread}.{IdOf(each.Location)}={each.Value}")],
            Makers = namesObjects ? [.. Ways.Select((ways, actor) => $"{actor} {ways}")] : [],
            HasRoomForCycles = _guesses.IsOpen,
            Repeats = [.. _allowances.SelectMany((turns, actor) => turns.Select(turn =>
                $"{actor} {turn.Value} {Turn.Rename(turn.Key, word => IdOf((int)word))}"))],
        });
        return learned == assumed ? null : learned;
    }

    /// <summary>Takes over what the actors were seen to do in parts of the search.</summary>
    public void Absorb(IEnumerable<IReadOnlyList<string>> ways) => Run(() => ActorWays.Follow(
        _programs[0],
        [.. ways.SelectMany(part => part.Select((text, actor) => (actor, text)))],
        (actor, node) => _programs[0].Visit(actor, node)));

    /// <summary>What the actors were seen to do, one text each.</summary>
    private string[] Ways => [.. _programs[0].Replays.Select(replay => ActorWays.Write(replay.Tree))];

    /// <summary>What the team's only worker has found in its part.</summary>
    public SearchPartResult ReportPart()
    {
        ResultCollector results = _collectors[0];
        ILookup<string?, CyclicExecution> cyclic = results.Cyclic.ToLookup(each => each.Outcome);
        return new SearchPartResult
        {
            Executions = results.Executions - results.Cyclic.Count(each => each.Outcome is not null),
            Blocked = results.Blocked - results.Cyclic.Count(each => each.Outcome is null),
            Truncated = results.Truncated,
            Bounds = _budget.Bounds,
            Outcomes = [.. results.Outcomes
                .GroupBy(entry => (entry.Text, entry.Violation), (key, entries) =>
                    new OutcomeTally(key.Text, entries.Sum(entry => entry.Count) - cyclic[key.Text]
                        .Count(each => each.Violation == key.Violation), key.Violation))
                .Where(tally => tally.Count > 0)
                .OrderBy(tally => tally.Outcome, StringComparer.Ordinal)
                .ThenBy(tally => tally.Violation, StringComparer.Ordinal)],
            Violations = [.. results.Violations.Order(StringComparer.Ordinal)],
            Found = results.Counterexample.BuildRanked(),
            Cyclic = [.. results.Cyclic.OrderBy(each => each.Graph, StringComparer.Ordinal)],
            Ways = Ways,
            HasFailedSwaps = HasFailedSwaps,
        };
    }
}
