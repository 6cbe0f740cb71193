using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Traces;

/// <summary>
/// Which read it is, whatever run of the thread performs it: the <paramref name="Ordinal"/>-th of its word behind
/// <paramref name="OwnWrites"/> writes of the thread to that word.
/// </summary>
internal readonly record struct ReadIdentity(Location Location, int OwnWrites, int Ordinal);
