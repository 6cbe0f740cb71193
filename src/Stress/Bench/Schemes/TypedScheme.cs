using Stress.Bench.Patterns;
using Tracker.Tracking;

namespace Stress.Bench.Schemes;

/// <summary>A scheme whose tracker's type is known, so that loops over it are compiled for it alone.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Protocol">How its writers meet.</param>
/// <param name="Traits">What kind of scheme it is.</param>
/// <param name="Make">Makes a tracker for an arena of so many folios.</param>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed record TypedScheme<TTracking>(string Name, string Protocol, SchemeTraits Traits, Func<int, TTracking> Make)
    : BenchScheme(Name, Protocol, Traits)
    where TTracking : struct, ITracking
{
    /// <inheritdoc/>
    public override BenchBed CreateBed(BenchCase benchCase)
    {
        BenchBed bed = new(SubIds, benchCase);
        TTracking tracking = Make(bed.Folios.Length);
        bed.Workers = [.. Enumerable.Range(0, benchCase.Threads).Select(thread => Create(tracking, bed, thread))];
        return bed;
    }

    /// <inheritdoc/>
    public override T Accept<T>(ISchemeUser<T> user) => user.Use(this, Make);

    private static BenchWorker Create(TTracking tracking, BenchBed bed, int thread)
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
