namespace Exploration.Races;

/// <summary>An access to a data word.</summary>
/// <param name="Location">The word.</param>
/// <param name="Thread">The actor.</param>
/// <param name="Position">Which of the actor's operations it is, from 1.</param>
/// <param name="Event">Its event; of an update the read.</param>
/// <param name="Writes">Whether it writes.</param>
/// <param name="Seen">Of each actor, how many operations happen before it.</param>
internal sealed record DataAccess(int Location, int Thread, int Position, int Event, bool Writes, int[] Seen)
{
    /// <summary>Whether this and another access are a data race.</summary>
    public bool RacesWith(DataAccess other) =>
        Location == other.Location && Thread != other.Thread && (Writes || other.Writes)
        && other.Seen[Thread] < Position && Seen[other.Thread] < other.Position;
}
