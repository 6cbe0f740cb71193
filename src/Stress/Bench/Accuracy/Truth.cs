using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;

namespace Stress.Bench.Accuracy;

/// <summary>
/// Who really maps each folio, and how often a scheme answered otherwise. For one thread: a trace is replayed by one
/// worker, so that the counts are the same in every run.
/// </summary>
/// <param name="folios">Folios of the arena.</param>
internal sealed class Truth(int folios)
{
    private readonly Dictionary<long, (AddressSpace Mm, int Count)>?[] _mappers =
        new Dictionary<long, (AddressSpace, int)>[folios];

    /// <summary>Answers, each on behalf of an MM that maps the folio.</summary>
    public long Decisions { get; private set; }

    /// <summary>"Shared" though the MM maps the folio alone.</summary>
    public long FalseShared { get; private set; }

    /// <summary>"Exclusive" though another MM maps it too.</summary>
    public long FalseExclusive { get; private set; }

    /// <summary>"Maybe shared".</summary>
    public long Undecided { get; private set; }

    /// <summary>Copy-on-write faults.</summary>
    public long CowFaults { get; private set; }

    /// <summary>Faults that copied though the MM had the folio for itself.</summary>
    public long CopiesAvoidable { get; private set; }

    /// <summary>Faults that reused though another MM maps the folio.</summary>
    public long WrongReuses { get; private set; }

    /// <summary>Begins a folio's life.</summary>
    public void Set(Folio folio, AddressSpace mm, int count)
    {
        (_mappers[folio.Index] ??= []).Clear();
        Add(folio, mm, count);
    }

    /// <summary>Adds mappings, or takes them away.</summary>
    public void Add(Folio folio, AddressSpace mm, int count)
    {
        Dictionary<long, (AddressSpace Mm, int Count)> mappers = _mappers[folio.Index] ??= [];
        int mapped = mappers.GetValueOrDefault(mm.Serial).Count + count;
        if (mapped == 0)
        {
            mappers.Remove(mm.Serial);
        }
        else
        {
            mappers[mm.Serial] = (mm, mapped);
        }
    }

    /// <summary>An MM that maps a folio, if any does.</summary>
    public bool TryFindMapper(Folio folio, out AddressSpace mm)
    {
        mm = _mappers[folio.Index] is { Count: > 0 } mappers ? mappers.Values.First().Mm : default;
        return !mm.IsNull;
    }

    /// <summary>Compares an answer on behalf of an MM that maps the folio.</summary>
    public void Judge(Folio folio, AddressSpace mm, Sharing answer)
    {
        bool isAlone = IsAlone(folio, mm);
        Decisions++;
        FalseShared += isAlone && answer == Sharing.Shared ? 1 : 0;
        FalseExclusive += !isAlone && answer is Sharing.Exclusive or Sharing.Unmapped ? 1 : 0;
        Undecided += answer == Sharing.MaybeShared ? 1 : 0;
    }

    /// <summary>Compares the answer to a copy-on-write fault.</summary>
    public void Judge(Folio folio, AddressSpace mm, ReuseAnswer answer)
    {
        bool isAlone = IsAlone(folio, mm);
        CowFaults++;
        CopiesAvoidable += isAlone && answer is not (ReuseAnswer.Reuse or ReuseAnswer.OtherReferences) ? 1 : 0;
        WrongReuses += !isAlone && answer == ReuseAnswer.Reuse ? 1 : 0;
    }

    private bool IsAlone(Folio folio, AddressSpace mm) =>
        _mappers[folio.Index] is { Count: 1 } mappers && mappers.ContainsKey(mm.Serial);
}
