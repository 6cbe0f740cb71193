using Exploration.Counterexamples;

namespace Exploration.Actors;

/// <summary>Where in the source an operation stands.</summary>
/// <param name="File">Path of the file; see <see cref="SourcePath"/>.</param>
/// <param name="Line">Line where its statement begins, from 1.</param>
internal readonly record struct Site(string File, int Line);
