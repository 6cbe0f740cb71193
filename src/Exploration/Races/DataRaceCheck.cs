using Exploration.Actors;
using Exploration.Graphs;
using Exploration.Programs;

namespace Exploration.Races;

/// <summary>Looks for data races in finished executions of a program that has data words.</summary>
/// <remarks>
/// No model gives a race a meaning that the others share: on the outcomes of a racy program nothing can be built. It
/// also stands for what RC11 leaves out: where load buffering would move a plain store before a read of a data word,
/// the store orders nothing, so that the read is in a race.
/// </remarks>
internal sealed class DataRaceCheck
{
    private readonly Program _program;
    private readonly HappensBefore _order;

    private DataRaceCheck(Program program) => (_program, _order) = (program, new HappensBefore(program));

    /// <summary>The check of a program; null if it has no data words.</summary>
    public static DataRaceCheck? Of(Program program) => program.HasData ? new DataRaceCheck(program) : null;

    /// <summary>One sentence about the first race of an execution; null without one.</summary>
    public string? Judge<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet> => Find(graph) is DataRace race
        ? $"Data race on {NameOf(race)}: {AccessOf(graph, race.First)} and {AccessOf(graph, race.Second)} "
            + "are not ordered by happens-before."
        : null;

    /// <summary>Where the race is in a counterexample; null without one.</summary>
    /// <param name="graph">The execution.</param>
    /// <param name="stepOf">The step of each event.</param>
    public string? Locate<TSet>(ExecutionGraph<TSet> graph, Dictionary<int, int> stepOf)
        where TSet : unmanaged, IEventSet<TSet>
    {
        if (Find(graph) is not DataRace race)
        {
            return null;
        }

        int first = stepOf[race.First.Event];
        int second = stepOf[race.Second.Event];
        return $"Data race on {NameOf(race)}: steps {Math.Min(first, second)} and {Math.Max(first, second)}; "
            + "no release that is acquired leads from one to the other.";
    }

    /// <summary>
    /// The first race: by word, then by actors and their operations, so that it is the same whenever one looks.
    /// </summary>
    public DataRace? Find<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        DataAccess[] accesses = [.. _order.Follow(graph)
            .OrderBy(access => _program.IdOf(access.Location)).ThenBy(access => access.Thread)
            .ThenBy(access => access.Position)];
        for (int index = 0; index < accesses.Length; index++)
        {
            if (accesses.Skip(index + 1).FirstOrDefault(accesses[index].RacesWith) is DataAccess second)
            {
                return new DataRace(accesses[index], second);
            }
        }

        return null;
    }

    private string NameOf(DataRace race) => _program.Locations[race.First.Location].Name;

    private unsafe string AccessOf<TSet>(ExecutionGraph<TSet> graph, DataAccess access)
        where TSet : unmanaged, IEventSet<TSet>
    {
        Operation operation = _program.Replays[access.Thread].Tree[graph.Events[access.Event].Node];
        return $"{_program.Instance.Actors[access.Thread].Name}'s {OperationNames.Of(operation, access.Writes)}";
    }
}
