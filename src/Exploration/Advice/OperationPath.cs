using Exploration.Actors;

namespace Exploration.Advice;

/// <summary>What an actor has done in one run, and a hash of it: an actor is a function of what it has read.</summary>
internal sealed class OperationPath
{
    private const ulong Prime = 0x9E37_79B9_7F4A_7C15;

    private readonly List<(Operation Operation, long Old)> _steps = [];

    /// <summary>The operations with what they returned; the last may not have returned yet.</summary>
    public IReadOnlyList<(Operation Operation, long Old)> Steps => _steps;

    /// <summary>Stands for the steps.</summary>
    public ulong Hash { get; private set; }

    /// <summary>The actor starts anew.</summary>
    public void Clear()
    {
        _steps.Clear();
        Hash = 0;
    }

    /// <summary>An operation is next.</summary>
    public void Begin(in Operation operation)
    {
        _steps.Add((operation, 0));
        Mix(((long)operation.Kind << 40) | ((long)operation.Ordering << 32) | (uint)operation.Location);
    }

    /// <summary>It has returned a value.</summary>
    public void End(long old)
    {
        _steps[^1] = (_steps[^1].Operation, old);
        Mix(old);
    }

    private void Mix(long value) => Hash = unchecked((ulong.RotateLeft(Hash, 23) ^ (ulong)value) * Prime);
}
