using System.Globalization;
using Exploration.Division;
using Exploration.Graphs;

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

        foreach (string overtaken in assumptions.Overtaken)
        {
            int[] parts = [.. overtaken.Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
            _guesses.Overtake(parts[0], parts[1]);
        }

        foreach (string written in assumptions.Written)
        {
            long[] parts = [.. written.Split('.', '=').Select(part => long.Parse(part, CultureInfo.InvariantCulture))];
            _guesses.Write((int)parts[0], (int)parts[1], parts[2]);
        }

        foreach (string[] repeat in assumptions.Repeats.Select(repeat => repeat.Split(' ', 3)))
        {
            int actor = int.Parse(repeat[0], CultureInfo.InvariantCulture);
            _allowances[actor][repeat[2]] = int.Parse(repeat[1], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>What the next search must take for granted; null if the last one has learned nothing.</summary>
    /// <param name="assumed">What the last one took for granted.</param>
    /// <param name="ordered">Locations that it found not to commute.</param>
    public SearchAssumptions? Learned(SearchAssumptions assumed, LocationSet ordered)
    {
        // What a write depends on is asked where all words are in order.
        LocationSet all = _guesses.HasGrown ? AllLocations : ordered;
        SearchAssumptions learned = assumed.Union(new SearchAssumptions
        {
            Ordered = [.. all.ToNumbers()],
            Overtaken = [.. _guesses.Overtaken.Select(each => $"{each.Thread}.{each.Location}")],
            Written = [.. _guesses.Written.Select(each => $"{each.Thread}.{each.Location}={each.Value}")],
            HasRoomForCycles = _guesses.IsOpen,
            Repeats =
                [.. _allowances.SelectMany((turns, actor) => turns.Select(turn => $"{actor} {turn.Value} {turn.Key}"))],
        });
        return learned == assumed ? null : learned;
    }

    /// <summary>Takes over what the actors were seen to do in parts of the search.</summary>
    public void Absorb(IEnumerable<IReadOnlyList<string>> ways) => Run(() =>
    {
        foreach (IReadOnlyList<string> part in ways)
        {
            for (int actor = 0; actor < part.Count; actor++)
            {
                ActorWays.Absorb(_programs[0], actor, part[actor]);
            }
        }
    });

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
                .OrderBy(tally => tally.Outcome, StringComparer.Ordinal)],
            Violations = [.. results.Violations.Order(StringComparer.Ordinal)],
            Found = results.Counterexample.BuildRanked(),
            Cyclic = [.. results.Cyclic.OrderBy(each => each.Graph, StringComparer.Ordinal)],
            Ways = [.. _programs[0].Replays.Select(replay => ActorWays.Write(replay.Tree))],
            HasFailedSwaps = HasFailedSwaps,
        };
    }
}
