namespace Exploration.Races;

/// <summary>
/// Two accesses to a data word by two actors, one of them a write, that happens-before does not order.
/// </summary>
/// <param name="First">The access of the actor declared first.</param>
/// <param name="Second">The other.</param>
internal sealed record DataRace(DataAccess First, DataAccess Second);
