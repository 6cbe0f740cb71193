using Atomics;
using Harness.Teams;
using Runs.Auditing;
using Tracker.AddressSpaces;
using Tracker.Arenas;
using Tracker.Folios;
using Tracker.Ids;

namespace Runs.Worlds;

/// <summary>What the workers of a run share: folios, MMs, IDs, and the audit of what is done with them.</summary>
public sealed class World : IFindings, IDisposable
{
    private readonly NativeBlock? _heldIds;
    private readonly RmapIdCaches<HardwareMemory> _caches;
    private readonly TrackerDomain<HardwareMemory> _domain;

    /// <summary>Makes an empty world.</summary>
    public World(WorldPlan plan)
    {
        RoundSize = plan.RoundSize;
        IdsOut = plan.IdsOut;
        InitialSequence = plan.InitialSequence;
        Pins = new PinBoard(plan.Folios);
        _caches = new RmapIdCaches<HardwareMemory>(plan.Ids);
        Ids = _caches;
        if (plan.AuditParts > 0)
        {
            Audit = new Audit(new Ledger(plan.Tracker, Violations), plan.AuditParts);
            _heldIds = AuditedIds.CreateBits();
            Ids = Watch(_caches);
        }

        _domain = new TrackerDomain<HardwareMemory>(
            plan.Tracker.Scheme.SubIds, plan.Tracker.Tracking, Ids, plan.Folios, plan.Mms);
        MmNumbers = new MmNumbers(plan.Mms);
        Rounds = new Rendezvous(Audit);
    }

    /// <summary>Sequence number at which every folio's life begins.</summary>
    public long InitialSequence { get; }

    /// <inheritdoc cref="WorldPlan.IdsOut"/>
    public Func<int> IdsOut { get; }

    /// <summary>Room for one round of one worker.</summary>
    public RoundSize RoundSize { get; }

    /// <summary>The folios.</summary>
    public FolioArena<HardwareMemory> Folios => _domain.Folios;

    /// <summary>The MMs.</summary>
    public AddressSpaceArena<HardwareMemory> Mms => _domain.Mms;

    /// <summary>Where IDs come from, watched if there is an audit.</summary>
    public IRmapIds Ids { get; }

    /// <summary>The ledger's numbers of the MMs.</summary>
    public MmNumbers MmNumbers { get; }

    /// <summary>Pins of each folio.</summary>
    public PinBoard Pins { get; }

    /// <summary>The audit, or null without one.</summary>
    public Audit? Audit { get; }

    /// <summary>Where workers meet between rounds.</summary>
    public Rendezvous Rounds { get; }

    /// <summary>What was found so far.</summary>
    public ViolationList Violations { get; } = new();

    /// <summary>Watches another source of the world's IDs, such as a worker's cache, if there is an audit.</summary>
    public IRmapIds Watch(IRmapIds ids) => _heldIds is null ? ids : new AuditedIds(ids, _heldIds, Violations);

    /// <summary>Makes a cache of IDs for one worker, watched if there is an audit.</summary>
    public IRmapIds CreateIdCache() => Watch(_caches.Create());

    /// <summary>
    /// Whether an exception is a violation: if the code under test threw it, or if it comes after a violation, since
    /// whatever broken code does to the harness besides is its doing. Any other exception is a defect of the harness.
    /// </summary>
    public bool IsViolation(Exception exception) => Violations.Count > 0 || CodeUnderTest.Threw(exception);

    /// <inheritdoc/>
    public bool IsAny => Violations.Count > 0;

    /// <inheritdoc/>
    public bool TryTake(Exception exception)
    {
        bool isViolation = IsViolation(exception);
        if (isViolation)
        {
            Report(exception);
        }

        return isViolation;
    }

    /// <summary>Notes an exception that is a violation.</summary>
    public void Report(Exception exception) => Violations.Add(() => new Violation(
        "exception", "no exception", $"{exception.GetType().Name}: {exception.Message}", null, null));

    /// <summary>
    /// After every worker has given back what it held: nothing may be referenced, and no ID handed out.
    /// </summary>
    public void ReportLeftovers()
    {
        int folios = Enumerable.Range(0, Folios.Capacity).Count(index => ReferencesOf(Folios[index]) != 0);
        int mms = Enumerable.Range(0, Mms.Capacity).Count(index => ReferencesOf(Mms[index]) != 0);
        int ids = IdsOut();
        if (folios != 0 || mms != 0 || ids != 0)
        {
            Violations.Add(() => new Violation(
                "leftover", "no folio, MM or rmap ID in use", $"{folios} folios, {mms} MMs, {ids} IDs", null, null));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _domain.Dispose();
        Pins.Dispose();
        Ids.Dispose();
        _heldIds?.Dispose();
    }

    private static unsafe int ReferencesOf(Folio folio) => Volatile.Read(ref folio.State->References);

    private static unsafe int ReferencesOf(AddressSpace mm) => Volatile.Read(ref mm.State->References);
}
