namespace Campaigns.Engines;

/// <summary>
/// A job array for Slurm and the job that follows it: that one plans the next round, or sums up when nothing is left.
/// </summary>
/// <remarks>
/// It depends on the array's end and not on its success (<c>afterany</c>): a task that was killed has left its cells to
/// the next round, while <c>afterok</c> would wait for ever.
/// </remarks>
public static class SlurmFiles
{
    private const int MostRounds = 100;

    /// <summary>The scripts.</summary>
    public static IReadOnlyList<(string Name, string Text)> Of(string name, string plan, int shards) =>
    [
        ($"{name}.submit.sh", Submit(name, shards)),
        ($"{name}.array.sh", Array(name, plan)),
        ($"{name}.next.sh", Next(name, plan)),
    ];

    private static string Submit(string name, int shards) =>
        $$"""
        #!/bin/bash
        # Submits a round, to be run where the plan is: the array, and behind it the job
        # that plans the next round or sums up.
        set -euo pipefail
        round=${1:-1}
        if (( round > {{MostRounds}} )); then
            echo "no end after {{MostRounds}} rounds" >&2
            exit 2
        fi
        array=$(sbatch --parsable --array=1-{{shards}} {{name}}.array.sh)
        next=$(sbatch --parsable --dependency=afterany:"$array" {{name}}.next.sh "$round")
        echo "round $round: array $array, then $next"

        """;

    private static string Array(string name, string plan) =>
        $$"""
        #!/bin/bash
        #SBATCH --job-name={{name}}
        #SBATCH --ntasks=1
        #SBATCH --requeue
        #SBATCH --signal=TERM@30
        #SBATCH --output={{name}}-%A_%a.log
        # The shard is SLURM_ARRAY_TASK_ID of SLURM_ARRAY_TASK_COUNT.
        exec ${STRESS:-stress} campaign work {{plan}} --out {{name}}-records

        """;

    private static string Next(string name, string plan) =>
        $$"""
        #!/bin/bash
        #SBATCH --job-name={{name}}-next
        #SBATCH --ntasks=1
        #SBATCH --output={{name}}-%j.log
        ${STRESS:-stress} campaign plan {{plan}} --next {{name}}-records
        case $? in
            0) exec ${STRESS:-stress} campaign merge {{plan}} {{name}}-records --json {{name}}.certificate.json ;;
            2) exec bash {{name}}.submit.sh $(( $1 + 1 )) ;;
            *) exit 1 ;;
        esac

        """;
}
