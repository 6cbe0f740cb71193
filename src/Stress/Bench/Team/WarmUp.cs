namespace Stress.Bench.Team;

/// <summary>
/// Has loops compiled for good before they are measured: the runtime compiles a loop again after 30 calls and 100 ms,
/// instruments it, and compiles it once more.
/// </summary>
internal static class WarmUp
{
    private const int Rounds = 4;
    private const int Calls = 32;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);

    /// <summary>Runs all loops in turn, often enough.</summary>
    /// <param name="loops">A call of each loop.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static void Run(IReadOnlyCollection<Action> loops, CancellationToken cancellation)
    {
        for (int round = 0; round < Rounds && !cancellation.IsCancellationRequested; round++)
        {
            foreach (Action loop in loops)
            {
                for (int call = 0; call < Calls; call++)
                {
                    loop();
                }
            }

            Thread.Sleep(Pause);
        }
    }
}
