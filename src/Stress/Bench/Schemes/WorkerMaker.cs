using Scenarios.Selection;
using Stress.Bench.Patterns;
using Tracker.Tracking;

namespace Stress.Bench.Schemes;

/// <summary>Makes one worker for each thread of a case, for the tracker that was chosen by name.</summary>
/// <param name="bed">Folios and MMs of the case.</param>
internal sealed class WorkerMaker(BenchBed bed) : ITrackingVisitor<IReadOnlyList<BenchWorker>>
{
    /// <inheritdoc/>
    public IReadOnlyList<BenchWorker> Visit<TTracking>(TTracking tracking) where TTracking : struct, ITracking =>
        [.. Enumerable.Range(0, bed.Case.Threads).Select(thread => Create(tracking, thread))];

    private BenchWorker Create<TTracking>(TTracking tracking, int thread) where TTracking : struct, ITracking
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
