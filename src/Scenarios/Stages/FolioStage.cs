using System.Runtime.CompilerServices;
using Atomics;
using Atomics.Programs;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Seqcount;
using Tracker.SubIds;

namespace Scenarios.Stages;

/// <summary>
/// The shared words of a scenario around one folio: the folio, prepared and published, and a few MMs with IDs whose
/// sub-IDs are all nonzero and as far apart as the class allows.
/// </summary>
internal sealed unsafe class FolioStage : IDisposable
{
    private const string ShapeName = "shape";
    private readonly NativeBlock _folio = new(FolioState.SizeBytes);
    private readonly NativeBlock _mms;
    private readonly SubIdScheme _scheme;
    private readonly List<SharedLocation> _locations = [];

    /// <summary>Sets the words to their initial values.</summary>
    /// <param name="values">Rmap values of the folio: its class in the compact scheme, or with 8 in that for 32-bit
    /// machines; its order is the class's largest.</param>
    /// <param name="mms">MMs.</param>
    /// <param name="layout">How the words of the folio's sequence lie.</param>
    /// <param name="idleWord">The seqcount's first word.</param>
    /// <param name="order">Order of the folio, or 0 for the largest of the class.</param>
    public FolioStage(int values, int mms, SequenceLayout layout, long idleWord = 0, int order = 0)
    {
        Layout = layout;
        _scheme = values > FolioState.LineValues ? SubIdScheme.RmapId32 : SubIdScheme.RmapIdCompact;
        Class = _scheme.Classes.Single(each => each.Values == values);
        Order = order == 0 ? Class.MaxOrder : order;
        _mms = new NativeBlock((long)mms * AddressSpaceState.SizeBytes);
        Folio = new Folio((FolioState*)_folio.Start);
        FolioPreparation.Prepare<HardwareMemory>(Folio, FolioShape.Of(Order, Class), incarnation: 1, layout, idleWord);
        Folio.State->References = 1;
        Mms = [.. Enumerable.Range(0, mms).Select(MakeMm)];
        NameWords();
    }

    /// <summary>How the words of the folio's sequence lie.</summary>
    public SequenceLayout Layout { get; }

    /// <summary>The class of the folio.</summary>
    public SubIdClass Class { get; }

    /// <summary>Order of the folio.</summary>
    public int Order { get; }

    /// <summary>The folio: unmapped, one reference.</summary>
    public Folio Folio { get; }

    /// <summary>The MMs, each with one reference.</summary>
    public IReadOnlyList<AddressSpace> Mms { get; }

    /// <summary>The words by name.</summary>
    public IReadOnlyList<SharedLocation> Locations => _locations;

    /// <summary>
    /// The words by name, where the folio begins a new life meanwhile: its shape is no constant then.
    /// </summary>
    public IReadOnlyList<SharedLocation> LocationsOfLives =>
    [
        .. _locations.Where(location => location.Name != ShapeName),
        new(ShapeName, (nint)(&Folio.State->Shape), sizeof(int)),
        new("incarnation", (nint)(&Folio.State->Incarnation), sizeof(long)),
    ];

    /// <summary>Names of the mapcount and the values, whose final values are part of an outcome.</summary>
    public IReadOnlyList<string> MappingNames =>
        ["mapcount", .. Enumerable.Range(0, Class.Values).Select(value => $"value {value}")];

    /// <summary>Names of the sequence's words, the lower one first.</summary>
    public IReadOnlyList<string> SequenceNames => Layout == SequenceLayout.OneWord
        ? ["sequence"]
        : ["writers", "sequence"];

    /// <summary>The sub-ID that an MM adds to a value.</summary>
    public long SubId(int mm, int value) => Mms[mm].State->SubIds[SubIdScheme.OffsetOf(Class.Values) + value];

    /// <summary>Sets first mappings, as if made before the scenario starts: each holds a reference.</summary>
    public void MapBefore(int mm, int count)
    {
        FolioState* state = Folio.State;
        state->MapcountMinusOne += count;
        state->References += count;
        for (int value = 0; value < Class.Values; value++)
        {
            state->Values[value] += SubId(mm, value) * count;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _folio.Dispose();
        _mms.Dispose();
    }

    // One bit for each MM in each chunk, as long as there are bits: then every digit of a value is one MM's count.
    private AddressSpace MakeMm(int index)
    {
        AddressSpace mm = new((AddressSpaceState*)(_mms.Start + ((long)index * AddressSpaceState.SizeBytes)));
        int bits = Class.BitsPerValue;
        int chunk = index < bits ? 1 << index : (1 << bits) - 1 - index;
        int id = 0;
        for (int value = 0; value < Class.Values; value++)
        {
            id |= chunk << (value * bits);
        }

        mm.State->RmapId = id;
        mm.State->Serial = index + 1;
        mm.State->References = 1;
        _scheme.FillSubIds<HardwareMemory>(id, mm.State->SubIds);
        return mm;
    }

    private void NameWords()
    {
        FolioState* state = Folio.State;
        _locations.AddRange(SequenceWords(&state->Sequence));
        _locations.Add(new("mapcount", (nint)(&state->MapcountMinusOne), sizeof(int)));
        _locations.AddRange(Enumerable.Range(0, Class.Values).Select(NameValue));
        _locations.Add(new("references", (nint)(&state->References), sizeof(int)));
        _locations.Add(new(ShapeName, (nint)(&state->Shape), sizeof(int), IsConstant: true));
        for (int index = 0; index < Mms.Count; index++)
        {
            _locations.Add(new($"references of MM {index}", (nint)(&Mms[index].State->References), sizeof(int)));
            _locations.AddRange(Enumerable.Range(0, Class.Values).Select(value => NameSubId(index, value)));
        }
    }

    private SharedLocation[] SequenceWords(long* sequence) => Layout == SequenceLayout.OneWord
        ? [new("sequence", (nint)sequence, sizeof(long))]
        :
        [
            new("writers", (nint)Unsafe.AsPointer(ref SequenceHalves.Lower(ref *sequence)), sizeof(int)),
            new("sequence", (nint)Unsafe.AsPointer(ref SequenceHalves.Upper(ref *sequence)), sizeof(int)),
        ];

    private SharedLocation NameSubId(int mm, int value)
    {
        long* subId = &Mms[mm].State->SubIds[SubIdScheme.OffsetOf(Class.Values) + value];
        return new($"sub-ID {value} of MM {mm}", (nint)subId, sizeof(long), IsConstant: true);
    }

    private SharedLocation NameValue(int value) =>
        new($"value {value}", (nint)(&Folio.State->Values[value]), sizeof(long));
}
