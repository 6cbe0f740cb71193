namespace Harness.Sweeps;

/// <summary>Many instances of one program, which threads sweep in step, an actor each.</summary>
public interface ISwept
{
    /// <summary>Threads needed.</summary>
    int Actors { get; }

    /// <summary>Runs one actor on every instance.</summary>
    void Sweep(int actor);

    /// <summary>Counts what the sweeps showed, and makes everything as it was. No thread sweeps meanwhile.</summary>
    void Collect();
}
