using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Tracking;

namespace Stress.Bench.Cases;

/// <summary>Decides about an idle folio, of which the first thread's MM maps half.</summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class ReadWorker<TTracking> : BenchWorker
    where TTracking : struct, ITracking
{
    private readonly TTracking _tracking;
    private readonly Folio _folio;
    private readonly AddressSpace _mm;

    public ReadWorker(TTracking tracking, BenchBed bed, int thread)
    {
        _tracking = tracking;
        _folio = bed.Folios[0];
        _mm = bed.Mms[0];
        if (thread == 0)
        {
            tracking.Map(_folio, _mm, 0, _folio.Pages / 2);
        }
    }

    /// <inheritdoc/>
    public override void Chunk()
    {
        long retries = 0;
        long answers = 0;
        for (int read = 0; read < ChunkOperations; read++)
        {
            Decision decision = _tracking.Decide(_folio, _mm, int.MaxValue);
            retries += decision.Retries;
            answers += (int)decision.Answer;
        }

        Retries += retries;
        Answers += answers;
        Reads += ChunkOperations;
    }

    /// <inheritdoc/>
    public override void One() => Answers += (int)_tracking.Decide(_folio, _mm, int.MaxValue).Answer;
}
