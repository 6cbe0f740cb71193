using System.Numerics;
using Tracker.Ids;

namespace Runs.Workloads;

/// <summary>
/// Spreads the IDs of a source over their whole range: the source hands out low ones first, whose high chunks are 0,
/// and a value that only ever gets 0 added shows no defect. A bijection, so that it hands out no ID twice that the
/// source does not.
/// </summary>
internal sealed class ScatteredIds : IRmapIds
{
    /// <summary>Odd, so that multiplying modulo a power of two can be undone, and with mixed bits.</summary>
    private const uint Multiplier = 0x9E37_79B1;

    private readonly IRmapIds _source;
    private readonly uint _mask;
    private readonly uint _inverse;

    /// <summary>Spreads a source.</summary>
    /// <param name="source">The source; its largest ID is one less than a power of two.</param>
    /// <exception cref="ArgumentException">The source has another number of IDs.</exception>
    public ScatteredIds(IRmapIds source)
    {
        _mask = (uint)source.MaxId;
        if (!BitOperations.IsPow2(_mask + 1))
        {
            throw new ArgumentException($"The largest ID is {source.MaxId}, which is not one less than a power of two.",
                nameof(source));
        }

        _source = source;
        _inverse = Inverse(Multiplier);
    }

    /// <inheritdoc/>
    public int MaxId => _source.MaxId;

    /// <inheritdoc/>
    public bool TryAllocate(out int id)
    {
        bool isAllocated = _source.TryAllocate(out id);

        // The dummy 0 stays 0.
        id = Times(id, Multiplier);
        return isAllocated;
    }

    /// <inheritdoc/>
    public void Free(int id) => _source.Free(Times(id, _inverse));

    /// <inheritdoc/>
    public bool IsHandedOut(int id) => _source.IsHandedOut(Times(id, _inverse));

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    private int Times(int id, uint factor) => (int)(unchecked((uint)id * factor) & _mask);

    /// <summary>Newton's iteration: each step doubles the number of right bits, from three.</summary>
    private static uint Inverse(uint odd)
    {
        uint inverse = odd;
        for (int bits = 3; bits < 32; bits *= 2)
        {
            inverse = unchecked(inverse * (2 - (odd * inverse)));
        }

        return inverse;
    }
}
