using System.Numerics;
using System.Runtime.CompilerServices;

namespace Exploration.Graphs;

/// <summary>What sets of events of any width have in common.</summary>
internal static class EventSets
{
    /// <summary>The set of one event.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TSet Of<TSet>(int number) where TSet : unmanaged, IEventSet<TSet> =>
        TSet.OfWord(number / 64, 1UL << number);

    /// <summary>Whether an event is in a set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Contains<TSet>(this TSet set, int number) where TSet : unmanaged, IEventSet<TSet> =>
        (set.Word(number / 64) >> number & 1) != 0;

    /// <summary>Whether two sets have an event in common.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Meets<TSet>(this TSet set, TSet other)
        where TSet : unmanaged, IEventSet<TSet> => !(set & other).IsEmpty;

    /// <summary>The lowest number that is not in a set; as many as the set has bits if all are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LowestAbsent<TSet>(this TSet set) where TSet : unmanaged, IEventSet<TSet>
    {
        int index = 0;
        while (index < TSet.Words - 1 && set.Word(index) == ulong.MaxValue)
        {
            index++;
        }

        return (64 * index) + BitOperations.TrailingZeroCount(~set.Word(index));
    }

    /// <summary>The lowest number in a set that is not empty.</summary>
    public static int Lowest<TSet>(this TSet set) where TSet : unmanaged, IEventSet<TSet> => LowestAbsent(~set);

    /// <summary>One more than the highest number in a set; 0 if it is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Length<TSet>(this TSet set) where TSet : unmanaged, IEventSet<TSet>
    {
        int index = TSet.Words - 1;
        while (index > 0 && set.Word(index) == 0)
        {
            index--;
        }

        return (64 * (index + 1)) - BitOperations.LeadingZeroCount(set.Word(index));
    }

    /// <summary>How many events a set has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count<TSet>(this TSet set) where TSet : unmanaged, IEventSet<TSet>
    {
        int count = 0;
        for (int index = 0; index < TSet.Words; index++)
        {
            count += BitOperations.PopCount(set.Word(index));
        }

        return count;
    }

    /// <summary>The same set in another width, which must be wide enough for its events.</summary>
    public static TSet To<TSet, TOther>(TOther other)
        where TSet : unmanaged, IEventSet<TSet>
        where TOther : unmanaged, IEventSet<TOther>
    {
        TSet set = default;
        for (int index = 0; index < Math.Min(TSet.Words, TOther.Words); index++)
        {
            set |= TSet.OfWord(index, other.Word(index));
        }

        return set;
    }

    /// <summary>The events of a set, the lowest first; <c>foreach</c> finds it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Enumerator<TSet> GetEnumerator<TSet>(this TSet set)
        where TSet : unmanaged, IEventSet<TSet> => new(set);

    /// <summary>Goes through a set word by word.</summary>
    internal ref struct Enumerator<TSet>
        where TSet : unmanaged, IEventSet<TSet>
    {
        private readonly TSet _set;
        private ulong _rest;
        private int _index;

        /// <summary>Stands before the first event.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Enumerator(TSet set)
        {
            _set = set;
            _rest = set.Word(0);
            _index = 0;
        }

        /// <summary>The present event.</summary>
        public int Current { get; private set; }

        /// <summary>Goes on to the next event.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            while (_rest == 0)
            {
                if (TSet.Words == 1 || ++_index == TSet.Words)
                {
                    return false;
                }

                _rest = _set.Word(_index);
            }

            Current = (64 * _index) + BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }
    }
}
