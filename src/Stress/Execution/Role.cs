using Stress.Auditing;

namespace Stress.Execution;

/// <summary>What one worker does. All its calls come from one thread at a time.</summary>
internal abstract class Role : IDisposable
{
    /// <summary>What it is, such as <c>writer</c>, for messages.</summary>
    public abstract string Name { get; }

    /// <summary>What it did so far.</summary>
    public abstract WorkerCounts Counts { get; }

    /// <summary>Whether nothing is left to do, before the time is up.</summary>
    public virtual bool IsDone => false;

    /// <summary>Makes what it works on. Other workers may already run.</summary>
    public virtual void SetUp()
    {
    }

    /// <summary>Does some work: below a millisecond, unless perturbed.</summary>
    public abstract void Turn();

    /// <summary>Gives back all that it holds. Other workers may still run.</summary>
    public virtual void TearDown()
    {
    }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }
}
