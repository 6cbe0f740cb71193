using Stress.Bench.Cases;
using Tracker.AddressSpaces;
using Tracker.Folios;

namespace Stress.Bench.Ratios;

/// <summary>A folio for one kernel, mapped in part by its MM.</summary>
internal sealed class KernelBed : IDisposable
{
    private static readonly Pattern Alone = Pattern.All.Single(pattern => pattern.Name == "one-folio");
    private readonly BenchBed _bed;

    /// <summary>Makes a folio of <c>rmap-id</c>.</summary>
    /// <param name="order">Order of the folio.</param>
    /// <param name="protocol">The protocol that it is prepared for.</param>
    public KernelBed(int order, string protocol)
    {
        BenchScheme scheme = BenchSchemes.Get("rmap-id", protocol);
        _bed = scheme.CreateBed(new BenchCase(scheme, Alone, order, Threads: 1));
    }

    /// <summary>The folio.</summary>
    public Folio Folio => _bed.Folios[0];

    /// <summary>The MM.</summary>
    public AddressSpace Mm => _bed.Mms[0];

    /// <inheritdoc/>
    public void Dispose() => _bed.Dispose();
}
