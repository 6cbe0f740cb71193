namespace Exploration.Search;

/// <summary>A plain read and a later plain write of an actor that nothing keeps in order in some run.</summary>
/// <param name="Thread">The actor.</param>
/// <param name="Read">The word that is read.</param>
/// <param name="Written">The word that is written; another one.</param>
internal readonly record struct PassingPair(int Thread, int Read, int Written)
{
    /// <summary>Whether what is written can, from actor to actor, come to write what was read.</summary>
    /// <param name="flows">Words that an actor reads, and words that it then writes.</param>
    public bool MayClose(IReadOnlyCollection<(int Thread, int Read, int Written)> flows)
    {
        (int thread, int first) = (Thread, Written);
        HashSet<int> reached = [];
        Stack<int> open = new(flows.Where(flow => flow.Thread != thread && flow.Read == first)
            .Select(flow => flow.Written));
        while (open.TryPop(out int word))
        {
            if (reached.Add(word))
            {
                foreach ((_, _, int written) in flows.Where(flow => flow.Read == word))
                {
                    open.Push(written);
                }
            }
        }

        return reached.Contains(Read);
    }
}
