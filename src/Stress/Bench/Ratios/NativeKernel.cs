using Atomics;

namespace Stress.Bench.Ratios;

/// <summary>A loop of <see cref="NativeTwin"/>.</summary>
internal sealed unsafe record NativeKernel(string Name, KernelBed Bed, string Function) : Kernel(Name)
{
    private readonly nint _function = NativeTwin.Function(Function);

    /// <inheritdoc/>
    public override void Run(int pairs)
    {
        var function = (delegate* unmanaged[SuppressGCTransition]<void*, long*, long, long>)_function;
        function(Bed.Folio.State, Bed.Mm.SubIdsFor<HardwareMemory>(Bed.Folio), pairs);
    }
}
