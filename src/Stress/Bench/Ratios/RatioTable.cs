using Scenarios.Selection;
using Stress.Bench.Cases;
using Stress.Bench.Team;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Writing;

namespace Stress.Bench.Ratios;

/// <summary>The ratios that the tracker is held to, and those that say what else would cost.</summary>
internal sealed class RatioTable : IDisposable
{
    /// <summary>Comparisons with two threads, about; each has its share of the time.</summary>
    public const int Comparisons = 38;

    /// <summary>
    /// The order that the limits are stated for: a folio of 512 pages, 2 MiB of 4 KiB pages, with 4 values.
    /// </summary>
    private const int Order = 9;

    /// <summary>The scheme whose every section allocates.</summary>
    private const string Allocating = "immutable";

    private const string TwoWord = Protocols.TwoWord;

    private const string Private = "private";
    private const string Unpadded = "private-unpadded";
    private const string Common = "one-folio";
    private const string Readers = "readers";
    private const int WarmUpPairs = 100;
    private readonly RatioChoice _choice;
    private readonly TeamMeter _team;
    private readonly ServerHeaps _heaps;
    private readonly List<KernelBed> _beds = [];
    private readonly Kernel _shared, _exclusive, _addReturn, _twoWord, _patient, _owner;
    private readonly Kernel _handShared, _handExclusive, _handTwoWord, _handSnapshot, _sevenAdds, _bareAdd;
    private readonly Kernel _snapshot, _acquireSnapshot, _twoWordSnapshot, _decision;
    private readonly IReadOnlyList<NativeKernel> _native;

    /// <summary>Sets the loops up and has them compiled.</summary>
    /// <param name="choice">What was asked for.</param>
    /// <param name="budget">Time that the comparisons with two threads may take.</param>
    public RatioTable(RatioChoice choice, TimeSpan budget)
    {
        _choice = choice;
        _team = new TeamMeter(budget / Comparisons);
        _heaps = new ServerHeaps(budget / Comparisons);
        _shared = Section<SharedSeqcount<Unstamped>>("shared map");
        _exclusive = Section<ExclusiveSeqcount<Unstamped>>("exclusive map");
        _addReturn = Section<AddReturnSeqcount<Unstamped>>("add-return map");
        _twoWord = Section<TwoWordSeqcount<Unstamped>>("two-word map", TwoWord);
        _patient = Section<PatientSeqcount<Unstamped>>("patient map", Protocols.Patient);
        _owner = new OwnerKernel("owner-tracking map", Bed());
        _handShared = new HandKernel("shared map by hand", Bed(), HandLoop.Shared);
        _handExclusive = new HandKernel("exclusive map by hand", Bed(), HandLoop.Exclusive);
        _handTwoWord = new HandKernel("two-word map by hand", Bed(TwoWord), HandLoop.TwoWord);
        _handSnapshot = new HandKernel("snapshot by hand", Bed(), HandLoop.Snapshot);
        _sevenAdds = new HandKernel("seven atomic adds", Bed(), HandLoop.SevenAdds);
        _bareAdd = new HandKernel("atomic add", Bed(), HandLoop.BareAdd);
        _snapshot = new SnapshotKernel<SharedSeqcount<Unstamped>, BarrierRead>("snapshot", Bed());
        _acquireSnapshot =
            new SnapshotKernel<SharedSeqcount<Unstamped>, AcquireRead>("snapshot with acquire reads", Bed());
        _twoWordSnapshot = new SnapshotKernel<TwoWordSeqcount<Unstamped>, TwoWordBarrierRead>(
            "two-word snapshot", Bed(TwoWord));
        _decision = new DecisionKernel("snapshot and decision", Bed());
        _native = NativeTwin.IsThere
            ?
            [
                new NativeKernel("shared map in C++", Bed(), "twin_shared"),
                new NativeKernel("exclusive map in C++", Bed(), "twin_exclusive"),
                new NativeKernel("two-word map in C++", Bed(TwoWord), "twin_two_word"),
                new NativeKernel("snapshot in C++", Bed(), "twin_snapshot"),
            ]
            : [];
        WarmUpLoops();
    }

    /// <summary>One thread, nobody else: nanoseconds for an operation.</summary>
    public IEnumerable<RatioRow> Uncontended()
    {
        if (!_choice.HasTracker)
        {
            yield break;
        }

        yield return Compare(_shared, _handShared, RatioLimit.AtMost(1.05));
        yield return Compare(_exclusive, _handExclusive, RatioLimit.AtMost(1.05));
        yield return Compare(_twoWord, _handTwoWord, RatioLimit.AtMost(1.05));
        yield return Compare(_snapshot, _handSnapshot, RatioLimit.AtMost(1.05));
        yield return Compare(_exclusive, _shared, RatioLimit.AtMost(0.45));
        yield return Compare(_decision, _shared, RatioLimit.AtMost(0.5));
        yield return Compare(_sevenAdds, _shared, RatioLimit.AtLeast(0.9));
        yield return Compare(_exclusive, _owner, RatioLimit.AtMost(1.3));
        yield return Compare(_addReturn, _owner);
        yield return Compare(_twoWord, _owner, RatioLimit.AtMost(1.3));
        yield return Compare(_patient, _owner);
        yield return Compare(_patient, _twoWord, RatioLimit.AtMost(1.05));
        yield return Compare(_twoWord, _exclusive);
        yield return Compare(_twoWordSnapshot, _snapshot);
        yield return Compare(_acquireSnapshot, _snapshot);
        if (_native.Count > 0)
        {
            yield return Compare(_shared, _native[0]);
            yield return Compare(_exclusive, _native[1]);
            yield return Compare(_twoWord, _native[2]);
            yield return Compare(_snapshot, _native[3]);
        }
    }

    /// <summary>
    /// Two threads: nanoseconds that each spends on an operation, references included, or operations a second of both
    /// together.
    /// </summary>
    public IEnumerable<RatioRow> TwoThreads() =>
    [
        .. OneFolio(("rmap-id", "exclusive"), ("rmap-id", "shared"), RatioLimit.AtMost(1.0)),
        .. OneFolio(("rmap-id", "add-return"), ("rmap-id", "shared")),
        .. OneFolio(("rmap-id", TwoWord), ("rmap-id", "shared"), RatioLimit.AtMost(1.0)),
        .. OneFolio(("rmap-id", "exclusive"), ("owner-tracking", "bit-lock")),
        .. OneFolio(("rmap-id", "shared"), ("owner-tracking", "bit-lock")),
        .. OneFolio(("rmap-id", TwoWord), ("owner-tracking", "bit-lock")),
        .. OneFolio(("rmap-id", Protocols.Patient), ("owner-tracking", "bit-lock"), RatioLimit.AtMost(1.3)),
        .. OneFolio(("rmap-id", Protocols.Patient), ("lock", "monitor"), RatioLimit.AtMost(1.0)),
        .. Beside(("rmap-id", Protocols.Patient), ("owner-tracking", "bit-lock"), Private, 1, RatioLimit.AtMost(1.3)),
        .. Scaling(Readers, scheme => scheme is { Name: "rmap-id", Protocol: "shared" or "exclusive" or TwoWord },
            RatioLimit.AtLeast(1.9)),
        .. Scaling(Private, scheme => scheme.Scheme.IsLockFree, RatioLimit.AtLeast(1.9)),
        .. _choice.Schemes(Private, scheme => scheme.Name == Allocating).SelectMany(_heaps.Scaling),
        .. Scaling(Unpadded, scheme => scheme.Scheme is { IsLockFree: true, IsInFolio: true }, limit: null),
    ];

    /// <summary>What the hardware takes.</summary>
    public IEnumerable<HardwareRow> Hardware()
    {
        yield return new HardwareRow("atomic add, line in the core's own cache",
            PairMeter.Compare("", _bareAdd, _bareAdd).Numerator);
        if (Environment.ProcessorCount > 1)
        {
            using ThreadTeam team = new(2);
            yield return new HardwareRow("cache line from one core to another",
                Math.Round(LineTransfer.Measure(team), 1));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _beds.ForEach(bed => bed.Dispose());

    private static RatioRow Compare(Kernel numerator, Kernel denominator, RatioLimit? limit = null) =>
        PairMeter.Compare($"{numerator.Name} / {denominator.Name}", numerator, denominator, limit);

    private IEnumerable<RatioRow> OneFolio((string Name, string Protocol) upper, (string Name, string Protocol) lower,
        RatioLimit? limit = null) => Beside(upper, lower, Common, 2, limit);

    private IEnumerable<RatioRow> Beside((string Name, string Protocol) upper, (string Name, string Protocol) lower,
        string pattern, int threads, RatioLimit? limit)
    {
        BenchScheme first = BenchSchemes.Get(upper.Name, upper.Protocol);
        BenchScheme second = BenchSchemes.Get(lower.Name, lower.Protocol);
        if (_choice.Schemes(pattern, scheme => scheme == first || scheme == second).Count() == 2)
        {
            string where = threads == 1 ? "1 thread, references included" : $"{threads} threads on one folio";
            yield return _team.CompareTimes(
                $"{where}: {first.Label} / {second.Label}", Case(first, pattern, threads),
                Case(second, pattern, threads), limit);
        }
    }

    private IEnumerable<RatioRow> Scaling(string pattern, Func<BenchScheme, bool> which, RatioLimit? limit) =>
        _choice.Schemes(pattern, which).Select(scheme => _team.CompareRates(
            $"{scheme.Label} {pattern}: 2 threads / 1 thread", Case(scheme, pattern, 2),
            Case(scheme, pattern, 1), limit));

    private static BenchCase Case(BenchScheme scheme, string pattern, int threads) =>
        new(scheme, Pattern.All.Single(each => each.Name == pattern), Order, threads);

    private SectionKernel<WriteSection<TSeqcount>> Section<TSeqcount>(string name, string protocol = "shared")
        where TSeqcount : struct, ISeqcount => new(name, Bed(protocol));

    // Protocols with the same words share a kind of bed.
    private KernelBed Bed(string protocol = "shared")
    {
        KernelBed bed = new(Order, protocol);
        _beds.Add(bed);
        return bed;
    }

    private void WarmUpLoops()
    {
        Kernel[] kernels =
        [
            _shared, _exclusive, _addReturn, _twoWord, _patient, _owner, _handShared, _handExclusive, _handTwoWord,
            _handSnapshot, _sevenAdds, _bareAdd,
            _snapshot, _acquireSnapshot, _twoWordSnapshot, _decision, .. _native,
        ];
        BenchBed[] beds =
        [
            // The loop that writes is one and the same, whichever folios it is given.
            .. from scheme in new[] { Private, Unpadded, Common }
                   .SelectMany(pattern => _choice.Schemes(pattern, _ => true)).Distinct()
               select scheme.CreateBed(Case(scheme, Private, 1)),
            .. from scheme in _choice.Schemes(Readers, _ => true)
               select scheme.CreateBed(Case(scheme, Readers, 1)),
        ];
        WarmUp.Run(
            [.. kernels.Select(kernel => (Action)(() => kernel.Run(WarmUpPairs))),
                .. beds.Select(bed => (Action)bed.Workers[0].Chunk)],
            CancellationToken.None);
        Array.ForEach(beds, bed => bed.Dispose());
    }
}
