namespace Atomics.Programs;

/// <summary>A scenario whose threads may run on and on without meeting.</summary>
public interface IPerpetual
{
    /// <summary>Builds it for the hardware; null if outcomes of this one could not be decided afterwards.</summary>
    PerpetualProgram? CreatePerpetual();
}
