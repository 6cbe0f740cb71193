namespace Harness.Teams;

/// <summary>What one worker does. All its calls come from one thread at a time.</summary>
public abstract class Role : IDisposable
{
    /// <summary>What it is, such as <c>writer</c>, for messages.</summary>
    public abstract string Name { get; }

    /// <summary>Operations done so far; 0 for a role that only watches.</summary>
    public abstract long Operations { get; }

    /// <summary>Operations that are its part of a number asked for; without one, no limit.</summary>
    public long Part { get; set; } = long.MaxValue;

    /// <summary>
    /// Operations that count: what it does beyond its part, to end a turn or to give back what it holds, does not.
    /// </summary>
    public long OperationsOfPart => Math.Min(Operations, Part);

    /// <summary>
    /// Whether it has done its part. Others may need what it holds to do theirs: it is torn down when they have.
    /// </summary>
    public bool HasDonePart => Operations >= Part;

    /// <summary>Whether nothing is left to do, before the time is up.</summary>
    public virtual bool IsDone => HasDonePart;

    /// <summary>Makes what it works on. Other workers may already run.</summary>
    public virtual void SetUp()
    {
    }

    /// <summary>Does some work: below a millisecond, unless perturbed.</summary>
    public abstract void Turn();

    /// <summary>Gives back all that it holds. Other workers may still run, but for those with a part to do.</summary>
    public virtual void TearDown()
    {
    }

    /// <inheritdoc/>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
