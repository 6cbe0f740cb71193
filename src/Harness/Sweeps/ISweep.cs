namespace Harness.Sweeps;

/// <summary>Work of one thread for each actor between two meetings.</summary>
internal interface ISweep : IDisposable
{
    /// <summary>Threads needed.</summary>
    int Actors { get; }

    /// <summary>Runs one actor.</summary>
    void Sweep(int actor);

    /// <summary>Counts what the sweeps showed and makes everything as it was. No thread sweeps meanwhile.</summary>
    void Collect(Tally tally);
}
