using Scenarios.Selection;
using Tracker.Folios;
using Tracker.SubIds;

namespace Runs.Auditing;

/// <summary>
/// What the audit knows between rounds: every folio's life and every MM, by dense number, and the numbers that are
/// free. Workers write a record when a life begins, before anybody else can see its number; the audit reads and writes
/// the records while every worker is parked.
/// </summary>
/// <param name="tracker">The tracker whose sections are logged.</param>
/// <param name="violations">Where violations go.</param>
public sealed class Ledger(TrackerView tracker, ViolationList violations)
{
    private readonly NumberPool _incarnationNumbers = new();
    private readonly NumberPool _mmNumbers = new();
    private IncarnationRecord[] _incarnations = [];
    private MmRecord[] _mms = [];

    /// <summary>The tracker whose sections are logged.</summary>
    public TrackerView Tracker { get; } = tracker;

    /// <summary>The bits that a sequence number has; it wraps above them.</summary>
    public long NumberMask { get; } = (long)(ulong.MaxValue >> tracker.SequenceShift);

    /// <summary>Lives of folios, by number.</summary>
    public Span<IncarnationRecord> Incarnations => _incarnations;

    /// <summary>MMs, by number.</summary>
    public Span<MmRecord> Mms => _mms;

    /// <summary>What was found so far.</summary>
    public ViolationList Violations { get; } = violations;

    /// <summary>Begins a folio's life.</summary>
    /// <param name="incarnation">Its number, from the worker's stock.</param>
    /// <param name="folio">The folio, prepared.</param>
    /// <param name="number">The sequence number that its life begins with.</param>
    /// <param name="mm">The number of the MM of its first mappings.</param>
    /// <param name="mappings">Its first mappings; may be 0.</param>
    public void Begin(int incarnation, Folio folio, long number, int mm, int mappings)
    {
        ref IncarnationRecord record = ref _incarnations[incarnation];
        record.Folio = folio;
        record.Number = number;
        record.Mapcount = 0;
        record.Values = default;
        record.Pages = folio.Pages;
        SubIdClass subIds = Scheme.SubIds.ClassOf(folio.Order);
        record.ValueCount = Scheme.HasValues ? subIds.Values : 0;
        record.SubIdOffset = SubIdScheme.OffsetOf(subIds.Values);
        record.FirstMm = mm;
        record.FirstMappings = mappings;
        record.IsAlive = true;
        record.IsBroken = false;
    }

    /// <summary>Begins an MM's life.</summary>
    /// <param name="mm">Its number, from the worker's stock.</param>
    /// <param name="rmapId">The ID that the allocator gave out.</param>
    public void BeginMm(int mm, int rmapId)
    {
        ref MmRecord record = ref _mms[mm];
        record.RmapId = rmapId;
        foreach (SubIdClass each in Scheme.SubIds.Classes)
        {
            int first = SubIdScheme.OffsetOf(each.Values);
            for (int value = 0; value < each.Values; value++)
            {
                record.SubIds[first + value] = each.Generate(each.Chunk(rmapId, value));
            }
        }
    }

    /// <summary>Fills the workers' stocks of numbers. No worker runs meanwhile.</summary>
    public void Fill(NumberStock incarnations, NumberStock mms)
    {
        _incarnationNumbers.Fill(incarnations);
        _mmNumbers.Fill(mms);
        Grow(ref _incarnations, _incarnationNumbers.Limit);
        Grow(ref _mms, _mmNumbers.Limit);
    }

    /// <summary>Takes back the numbers of what ended in an audited round. No worker runs meanwhile.</summary>
    public void Return(RoundLog log)
    {
        _incarnationNumbers.Return(log.DeadIncarnations.Items);
        _mmNumbers.Return(log.DeadMms.Items);
    }

    /// <summary>Reports a sequence number that no section made.</summary>
    /// <param name="last">The last number that one made.</param>
    /// <param name="number">The number seen.</param>
    /// <param name="incarnation">The folio.</param>
    /// <param name="times">How often it was seen.</param>
    public void ReportNumber(long last, long number, int incarnation, int times = 1) => Violations.Add(
        () => new Violation("number", $"a number up to {last & NumberMask}", $"{number}", number, incarnation), times);

    private Scheme Scheme => Tracker.Scheme;

    private static void Grow<T>(ref T[] records, int needed)
    {
        if (records.Length < needed)
        {
            Array.Resize(ref records, Math.Max(needed, 2 * records.Length));
        }
    }
}
