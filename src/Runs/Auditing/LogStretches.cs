namespace Runs.Auditing;

/// <summary>
/// Where the logs of a round speak of a folio: a list of stretches for each, so that a folio is audited at once.
/// </summary>
/// <remarks>A reader looks at a folio several times in a row: the list is far shorter than the logs.</remarks>
internal sealed class LogStretches
{
    /// <summary>The end of a list.</summary>
    public const int None = -1;

    private Stretch[] _stretches = [];
    private int _count;

    /// <summary>A stretch of a list, and where it goes on.</summary>
    public ref readonly Stretch this[int index] => ref _stretches[index];

    /// <summary>Adds a stretch in front of a list.</summary>
    /// <param name="worker">Whose log.</param>
    /// <param name="first">Its first entry there.</param>
    /// <param name="count">Its entries.</param>
    /// <param name="next">The list's first stretch so far, or <see cref="None"/>.</param>
    /// <returns>The list's first stretch.</returns>
    public int Add(int worker, int first, int count, int next)
    {
        Scratch.Reserve(ref _stretches, _count + 1)[_count] =
            new Stretch { Worker = worker, First = first, Count = count, Next = next };
        return _count++;
    }

    /// <summary>Forgets every list.</summary>
    public void Clear() => _count = 0;

    /// <summary>Entries of one log, one after the other, about one folio.</summary>
    public struct Stretch
    {
        /// <summary>Whose log.</summary>
        public int Worker;

        /// <summary>The first entry.</summary>
        public int First;

        /// <summary>Entries.</summary>
        public int Count;

        /// <summary>The next stretch, or <see cref="None"/>.</summary>
        public int Next;
    }
}
