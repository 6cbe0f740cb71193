using Scenarios.Selection;
using Stress.Bench.Patterns;
using Stress.Bench.Schemes;
using Stress.Bench.Team;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Writing;

namespace Stress.Bench.Ratios;

/// <summary>The ratios that the tracker is held to, and those that say what else would cost.</summary>
internal sealed class RatioTable : IDisposable
{
    /// <summary>The order that the limits are stated for: a folio of 512 pages, 2 MiB of 4 KiB pages, with 4 values.</summary>
    private const int Order = 9;

    private const string TwoWord = Protocols.TwoWord;

    /// <summary>Comparisons with two threads, about.</summary>
    private const int Comparisons = 40;

    private const int WarmUpRounds = 4;
    private const int WarmUpCalls = 32;
    private const int WarmUpPairs = 100;
    private static readonly TimeSpan WarmUpPause = TimeSpan.FromMilliseconds(120);
    private readonly TeamMeter _team;
    private readonly List<KernelBed> _beds = [];
    private readonly Kernel _shared, _exclusive, _addReturn, _twoWord, _owner;
    private readonly Kernel _handShared, _handExclusive, _handTwoWord, _handSnapshot, _sevenAdds, _bareAdd;
    private readonly Kernel _snapshot, _acquireSnapshot, _twoWordSnapshot, _decision;
    private readonly IReadOnlyList<NativeKernel> _native;

    /// <summary>Sets the loops up and has them compiled.</summary>
    /// <param name="budget">Time that the comparisons with two threads may take.</param>
    public RatioTable(TimeSpan budget)
    {
        _team = new TeamMeter(budget / Comparisons);
        _shared = Section<SharedSeqcount<FullWidth, Unstamped>>("shared map");
        _exclusive = Section<ExclusiveSeqcount<FullWidth, Unstamped>>("exclusive map");
        _addReturn = Section<AddReturnSeqcount<FullWidth, Unstamped>>("add-return map");
        _twoWord = Section<TwoWordSeqcount<FullWidth, Unstamped>>("two-word map", TwoWord);
        _owner = new OwnerKernel("owner-tracking map", Bed());
        _handShared = new HandKernel("shared map by hand", Bed(), HandLoop.Shared);
        _handExclusive = new HandKernel("exclusive map by hand", Bed(), HandLoop.Exclusive);
        _handTwoWord = new HandKernel("two-word map by hand", Bed(TwoWord), HandLoop.TwoWord);
        _handSnapshot = new HandKernel("snapshot by hand", Bed(), HandLoop.Snapshot);
        _sevenAdds = new HandKernel("seven atomic adds", Bed(), HandLoop.SevenAdds);
        _bareAdd = new HandKernel("atomic add", Bed(), HandLoop.BareAdd);
        _snapshot = new SnapshotKernel<SharedSeqcount<FullWidth, Unstamped>, BarrierRead>("snapshot", Bed());
        _acquireSnapshot = new SnapshotKernel<SharedSeqcount<FullWidth, Unstamped>, AcquireRead>("snapshot with acquire reads", Bed());
        _twoWordSnapshot = new SnapshotKernel<TwoWordSeqcount<FullWidth, Unstamped>, TwoWordBarrierRead>("two-word snapshot", Bed(TwoWord));
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
        WarmUp();
    }

    /// <summary>One thread, nobody else: nanoseconds for an operation.</summary>
    public IEnumerable<RatioRow> Uncontended()
    {
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
    /// Two threads: nanoseconds that each spends on an operation, references included, or operations a second of both together.
    /// </summary>
    public IEnumerable<RatioRow> TwoThreads()
    {
        yield return OneFolio(("rmap-id", "exclusive"), ("rmap-id", "shared"), RatioLimit.AtMost(1.0));
        yield return OneFolio(("rmap-id", "add-return"), ("rmap-id", "shared"));
        yield return OneFolio(("rmap-id", "exclusive"), ("owner-tracking", "bit-lock"));
        yield return OneFolio(("rmap-id", "shared"), ("owner-tracking", "bit-lock"));
        yield return OneFolio(("rmap-id", TwoWord), ("rmap-id", "shared"));
        yield return OneFolio(("rmap-id", TwoWord), ("owner-tracking", "bit-lock"));
        foreach (BenchScheme scheme in BenchSchemes.All.Where(each => each is { Name: "rmap-id", Protocol: "shared" or "exclusive" or TwoWord }))
        {
            yield return Scaling(scheme, "readers", RatioLimit.AtLeast(1.9));
        }

        foreach (BenchScheme scheme in BenchSchemes.All.Where(each => each.Traits.IsLockFree))
        {
            yield return Scaling(scheme, "private", RatioLimit.AtLeast(1.9));
        }

        foreach (BenchScheme scheme in BenchSchemes.All.Where(each => each.Traits is { IsLockFree: true, IsInFolio: true }))
        {
            yield return Scaling(scheme, "private-unpadded", limit: null);
        }
    }

    /// <summary>What the hardware takes.</summary>
    public IEnumerable<HardwareRow> Hardware()
    {
        yield return new HardwareRow("atomic add, line in the core's own cache", PairMeter.Compare("", _bareAdd, _bareAdd).Numerator);
        if (Environment.ProcessorCount > 1)
        {
            using ThreadTeam team = new(2);
            yield return new HardwareRow("cache line from one core to another", Math.Round(LineTransfer.Measure(team), 1));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _beds.ForEach(bed => bed.Dispose());

    private static RatioRow Compare(Kernel numerator, Kernel denominator, RatioLimit? limit = null) =>
        PairMeter.Compare($"{numerator.Name} / {denominator.Name}", numerator, denominator, limit);

    private RatioRow OneFolio((string Name, string Protocol) upper, (string Name, string Protocol) lower, RatioLimit? limit = null)
    {
        BenchScheme first = BenchSchemes.Get(upper.Name, upper.Protocol);
        BenchScheme second = BenchSchemes.Get(lower.Name, lower.Protocol);
        return _team.CompareTimes(
            $"2 threads on one folio: {first.Label} / {second.Label}", Case(first, "one-folio", 2), Case(second, "one-folio", 2), limit);
    }

    private RatioRow Scaling(BenchScheme scheme, string pattern, RatioLimit? limit) => _team.CompareRates(
        $"{scheme.Label} {pattern}: 2 threads / 1 thread", Case(scheme, pattern, 2), Case(scheme, pattern, 1), limit);

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

    private void WarmUp()
    {
        Kernel[] all =
        [
            _shared, _exclusive, _addReturn, _twoWord, _owner, _handShared, _handExclusive, _handTwoWord, _handSnapshot, _sevenAdds, _bareAdd,
            _snapshot, _acquireSnapshot, _twoWordSnapshot, _decision, .. _native,
        ];
        for (int round = 0; round < WarmUpRounds; round++)
        {
            foreach (Kernel kernel in all)
            {
                for (int call = 0; call < WarmUpCalls; call++)
                {
                    kernel.Run(WarmUpPairs);
                }
            }

            Thread.Sleep(WarmUpPause);
        }
    }
}
