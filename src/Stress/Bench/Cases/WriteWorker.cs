using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Tracking;

namespace Stress.Bench.Cases;

/// <summary>
/// Maps and unmaps one page by turns; each is an operation. No allocation, no virtual call in the loop.
/// </summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class WriteWorker<TTracking>(TTracking tracking, BenchBed bed, int thread) : BenchWorker
    where TTracking : struct, ITracking
{
    private readonly TTracking _tracking = tracking;
    private readonly Folio[] _folios = bed.FoliosOf(thread);
    private readonly AddressSpace _mm = bed.Mms[thread];
    private readonly int _page = bed.Case.Pattern.Kind == PatternKind.Common ? thread % (1 << bed.Case.Order) : 0;
    private Folio _mapped;
    private uint _random = (uint)thread + 1;

    /// <inheritdoc/>
    public override void Chunk()
    {
        for (int pair = 0; pair < ChunkOperations / 2; pair++)
        {
            Folio folio = Pick();
            _tracking.Map(folio, _mm, _page, 1);
            _tracking.Unmap(folio, _mm, _page, 1, out _);
        }
    }

    /// <inheritdoc/>
    public override void One()
    {
        if (_mapped.IsNull)
        {
            _mapped = Pick();
            _tracking.Map(_mapped, _mm, _page, 1);
        }
        else
        {
            _tracking.Unmap(_mapped, _mm, _page, 1, out _);
            _mapped = default;
        }
    }

    private Folio Pick()
    {
        if (_folios.Length == 1)
        {
            return _folios[0];
        }

        _random = (_random * 1664525) + 1013904223; // Numerical Recipes' generator: one multiplication.
        return _folios[(int)(_random >> 16) % _folios.Length];
    }
}
