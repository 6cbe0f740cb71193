using Atomics;

namespace Scenarios.Selection;

/// <summary>Receives the memory that a <see cref="TrackerSelection"/> gives to arenas.</summary>
/// <typeparam name="TResult">What the visit makes.</typeparam>
public interface IMemoryVisitor<out TResult>
{
    /// <summary>Called once.</summary>
    TResult Visit<TMemory>() where TMemory : struct, IMemory;
}
