using Harness.Teams;
using Runs.Totals;
using Scenarios.Canaries;

namespace Runs.Judging;

/// <summary>Runs a canary first: if the audit does not find it, a clean run would prove nothing.</summary>
public static class Control
{
    /// <summary>The canary.</summary>
    internal const string CanaryName = "reader-no-recheck";

    /// <summary>Longest time in all; most controls take a tenth of it.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    /// <summary>Runs the canary until it is found, for 2 s at most in all, under each kind of perturbation.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="kinds">The kinds that the run itself will have.</param>
    /// <param name="cancellation">Ends the control early.</param>
    public static ControlReport Run(long seed, IReadOnlyList<Perturbation> kinds, CancellationToken cancellation)
    {
        Dictionary<string, ControlPart> parts = [];
        foreach (Perturbation kind in kinds)
        {
            RunTotals totals = CanaryTrial.Run(
                CanaryCatalogue.Find(CanaryName), kind, s_limit / kinds.Count, seed, cancellation);
            parts[kind.Name] = new ControlPart(totals.Violations, Math.Round(totals.Seconds, 3))
            {
                Meetings = totals.SnapshotsOverlapped,
            };
        }

        return new ControlReport(
            CanaryName,
            parts.Values.Sum(part => part.Violations),
            Math.Round(parts.Values.Sum(part => part.Seconds), 3))
        {
            ByPerturbation = parts,
        };
    }
}
