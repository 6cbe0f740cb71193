namespace Exploration.Actors;

/// <summary>A search has found more words than it has room for: it must start again.</summary>
internal sealed class WordsFullException() : ExplorationException("The search has no room for another shared word.");
