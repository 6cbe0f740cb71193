using Scenarios.Selection;
using Tracker.SubIds;
using Tracker.Tracking;

namespace Stress.Bench.Cases;

/// <summary>
/// Sets up a case for the tracker that was chosen by name: folios, MMs, and one worker for each thread.
/// </summary>
/// <param name="scheme">The scheme's sub-IDs.</param>
/// <param name="benchCase">The case.</param>
internal sealed class BedMaker(SubIdScheme scheme, BenchCase benchCase) : ITrackingVisitor<BenchBed>
{
    /// <inheritdoc/>
    public BenchBed Visit<TTracking>(TTracking tracking) where TTracking : struct, ITracking
    {
        BenchBed bed = new(scheme, tracking, benchCase);
        bed.Workers = [.. Enumerable.Range(0, benchCase.Threads).Select(thread => Create(tracking, bed, thread))];
        return bed;
    }

    private static BenchWorker Create<TTracking>(TTracking tracking, BenchBed bed, int thread)
        where TTracking : struct, ITracking
    {
        Pattern pattern = bed.Case.Pattern;
        return pattern.Kind switch
        {
            PatternKind.Fork => new ForkWorker<TTracking>(tracking, bed, thread),
            _ when pattern.ReadPercent == 100 => new ReadWorker<TTracking>(tracking, bed, thread),
            _ when pattern.ReadPercent == 0 => new WriteWorker<TTracking>(tracking, bed, thread),
            _ => new MixedWorker<TTracking>(tracking, bed, thread),
        };
    }
}
