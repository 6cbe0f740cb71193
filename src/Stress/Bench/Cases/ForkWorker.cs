using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Tracking;

namespace Stress.Bench.Cases;

/// <summary>
/// Forks: maps all pages of each of the parent's folios for the child in one batch, then unmaps them likewise. Each
/// batch is an operation.
/// </summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class ForkWorker<TTracking> : BenchWorker
    where TTracking : struct, ITracking
{
    private readonly TTracking _tracking;
    private readonly Folio[] _folios;
    private readonly AddressSpace _child;
    private readonly int _pages;
    private int _next;

    public ForkWorker(TTracking tracking, BenchBed bed, int thread)
    {
        _tracking = tracking;
        _folios = bed.Folios;
        _child = bed.Mms[thread];
        _pages = 1 << bed.Case.Order;
        if (thread == 0)
        {
            foreach (Folio folio in _folios)
            {
                tracking.Map(folio, bed.Mms[^1], 0, _pages);
            }
        }
    }

    /// <inheritdoc/>
    public override void Chunk()
    {
        for (int fork = 0; fork < ChunkOperations / (2 * _folios.Length); fork++)
        {
            foreach (Folio folio in _folios)
            {
                _tracking.Map(folio, _child, 0, _pages);
            }

            foreach (Folio folio in _folios)
            {
                _tracking.Unmap(folio, _child, 0, _pages, out _);
            }
        }
    }

    /// <inheritdoc/>
    public override void One()
    {
        Folio folio = _folios[_next % _folios.Length];
        if (_next < _folios.Length)
        {
            _tracking.Map(folio, _child, 0, _pages);
        }
        else
        {
            _tracking.Unmap(folio, _child, 0, _pages, out _);
        }

        _next = (_next + 1) % (2 * _folios.Length);
    }
}
