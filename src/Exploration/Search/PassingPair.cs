namespace Exploration.Search;

/// <summary>A plain read and a later plain write of an actor that nothing keeps in order in some run.</summary>
/// <param name="Thread">The actor.</param>
/// <param name="Read">The word that is read.</param>
/// <param name="Written">The word that is written; another one.</param>
internal readonly record struct PassingPair(int Thread, int Read, int Written);
