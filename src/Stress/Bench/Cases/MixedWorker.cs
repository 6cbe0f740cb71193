using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Tracking;

namespace Stress.Bench.Cases;

/// <summary>
/// Decides, or maps and unmaps, on one folio, of which the parent maps a page so that decisions read the values. Which
/// of them is laid down beforehand, evenly spread, so that the loop draws no numbers.
/// </summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class MixedWorker<TTracking> : BenchWorker
    where TTracking : struct, ITracking
{
    /// <summary>
    /// A decision that meets a writer tries so often at most: with one writer per processor a retry seldom fails twice,
    /// and a bound keeps a bench of many threads on few processors from hanging behind a preempted writer.
    /// </summary>
    private const int MaxTries = 1000;

    private readonly TTracking _tracking;
    private readonly Folio _folio;
    private readonly AddressSpace _mm;
    private readonly bool[] _isRead = new bool[ChunkOperations];
    private bool _isMapped;
    private int _next;

    public MixedWorker(TTracking tracking, BenchBed bed, int thread)
    {
        _tracking = tracking;
        _folio = bed.Folios[0];
        _mm = bed.Mms[thread];
        for (int operation = 0, share = 0; operation < ChunkOperations; operation++)
        {
            share += bed.Case.Pattern.ReadPercent;
            _isRead[operation] = share >= 100;
            share -= _isRead[operation] ? 100 : 0;
        }

        if (thread == 0)
        {
            tracking.Map(_folio, bed.Mms[^1], 0, 1);
        }
    }

    /// <inheritdoc/>
    public override void Chunk()
    {
        foreach (bool isRead in _isRead)
        {
            Do(isRead);
        }
    }

    /// <inheritdoc/>
    public override void One()
    {
        Do(_isRead[_next]);
        _next = (_next + 1) % ChunkOperations;
    }

    private void Do(bool isRead)
    {
        if (isRead)
        {
            Decision decision = _tracking.Decide(_folio, _mm, MaxTries);
            Retries += decision.Retries;
            Answers += (int)decision.Answer;
            Reads++;
        }
        else if (!_isMapped)
        {
            _tracking.Map(_folio, _mm, 1, 1);
            _isMapped = true;
        }
        else
        {
            _tracking.Unmap(_folio, _mm, 1, 1, out _);
            _isMapped = false;
        }
    }
}
