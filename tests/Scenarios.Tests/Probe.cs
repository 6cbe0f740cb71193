using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Ids;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Tracking;
using Tracker.Writing;

namespace Scenarios.Tests;

/// <summary>Canaries of each kind that break nothing and count how often their step is reached.</summary>
internal static class Probe
{
    private static int _reached;

    /// <summary>How often a step was reached since the last call.</summary>
    public static int TakeReached() => Interlocked.Exchange(ref _reached, 0);

    /// <summary>The probe of a part.</summary>
    public static Canary Of(TrackerParts part, string protocol) => part switch
    {
        TrackerParts.Seqcount => new OfSeqcount(protocol),
        TrackerParts.WriteSection => new OfSection(),
        TrackerParts.Reader => new OfReader(),
        TrackerParts.References => new OfReferences(),
        TrackerParts.Reuse => new OfReuse(),
        TrackerParts.Ids => new OfIds(),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "no probe"),
    };

    private sealed class OfSeqcount(string protocol) : SeqcountCanary("probe", "Counts the ends of sections.", protocol)
    {
        public override TResult Select<TStamp, TResult>(ISeqcountVisitor<TResult> visitor) => Protocol switch
        {
            Protocols.Shared => visitor.Visit<Variant<SharedSeqcount<TStamp>>>(),
            Protocols.TwoWord => visitor.Visit<Variant<TwoWordSeqcount<TStamp>>>(),
            Protocols.Patient => visitor.Visit<Variant<PatientSeqcount<TStamp>>>(),
            _ => throw new InvalidOperationException($"no probe for protocol {Protocol}"),
        };

        private readonly struct Variant<TCorrect> : ISeqcountVariant<TCorrect>
            where TCorrect : struct, ISeqcount
        {
            public static long WriteEnd<TMemory>(ref long sequence, bool alone) where TMemory : struct, IMemory
            {
                _reached++;
                return TCorrect.WriteEnd<TMemory>(ref sequence, alone);
            }
        }
    }

    private sealed class OfSection() : SectionCanary("probe", "Counts sections.")
    {
        public override TResult Select<TSeqcount, TResult>(IWriteSectionVisitor<TResult> visitor) =>
            visitor.Visit<Variant<TSeqcount>>();

        private readonly unsafe struct Variant<TSeqcount> : IWriteSectionVariant<TSeqcount>
            where TSeqcount : struct, ISeqcount
        {
            public static long Apply<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IMemory
            {
                _reached++;
                return WriteSection<TSeqcount>.Apply<TMemory>(folio, subIds, count);
            }
        }
    }

    private sealed class OfReader() : ReaderCanary("probe", "Counts snapshots begun.")
    {
        public override TResult Select<TCorrect, TResult>(SequenceLayout layout, IReadVisitor<TResult> visitor) =>
            visitor.Visit<Variant<TCorrect>>();

        private readonly struct Variant<TCorrect> : ISnapshotReadVariant<TCorrect>
            where TCorrect : struct, ISnapshotRead
        {
            public static long Begin<TMemory>(ref long sequence) where TMemory : struct, IMemory
            {
                _reached++;
                return TCorrect.Begin<TMemory>(ref sequence);
            }
        }
    }

    private sealed class OfReferences() : TrackingCanary("probe", "Counts mappings.", TrackerParts.References)
    {
        public override TResult Select<TMemory, TSection, TRead, TResult>(ITrackingVisitor<TResult> visitor) =>
            visitor.Visit(default(Variant<RmapTracking<TMemory, TSection, TRead>>));

        private readonly struct Variant<TCorrect> : ITrackingVariant<TCorrect>
            where TCorrect : struct, ITracking
        {
            public long Map(Folio folio, AddressSpace mm, int firstPage, int count)
            {
                _reached++;
                return default(TCorrect).Map(folio, mm, firstPage, count);
            }
        }
    }

    private sealed class OfReuse() : TrackingCanary("probe", "Counts decisions to reuse.", TrackerParts.Reuse)
    {
        public override TResult Select<TMemory, TSection, TRead, TResult>(ITrackingVisitor<TResult> visitor) =>
            visitor.Visit(default(Variant<RmapTracking<TMemory, TSection, TRead>>));

        private readonly struct Variant<TCorrect> : ITrackingVariant<TCorrect>
            where TCorrect : struct, ITracking
        {
            public Reuse CanReuse(Folio folio, AddressSpace mm)
            {
                _reached++;
                return default(TCorrect).CanReuse(folio, mm);
            }
        }
    }

    private sealed class OfIds() : IdCanary("probe", "Counts claims.")
    {
        public override TResult Select<TResult>(IBitClaimVisitor<TResult> visitor) => visitor.Visit<Variant>();

        private readonly struct Variant : IBitClaim
        {
            public static bool TryClaim<TMemory>(ref long word, ref long seen, long bit) where TMemory : struct, IMemory
            {
                _reached++;
                return AtomicBitClaim.TryClaim<TMemory>(ref word, ref seen, bit);
            }
        }
    }
}
