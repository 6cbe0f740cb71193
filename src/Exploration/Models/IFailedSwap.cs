namespace Exploration.Models;

/// <summary>What a compare-and-swap that fails orders.</summary>
internal interface IFailedSwap
{
    /// <summary>Whether it is a full fence; if not it only acquires.</summary>
    static abstract bool IsFence { get; }
}
