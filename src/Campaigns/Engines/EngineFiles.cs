using System.Text;
using Campaigns.Plans;
using Campaigns.Records;

namespace Campaigns.Engines;

/// <summary>What schedulers want besides a plan: files beside it, named after it.</summary>
/// <remarks>
/// The records go to <c>NAME-records</c> beside the plan. How <c>stress</c> is called is the variable <c>STRESS</c>, so
/// that the files are the same on every machine; without it, it is the command <c>stress</c>.
/// </remarks>
public static class EngineFiles
{
    private const string Slurm = "slurm";
    private const string Kubernetes = "kubernetes";
    private const string GitHub = "github";
    private const string Parallel = "parallel";

    /// <summary>The schedulers.</summary>
    public static IReadOnlyList<string> Names { get; } = [Slurm, Kubernetes, GitHub, Parallel];

    /// <summary>Writes the files of a scheduler.</summary>
    /// <param name="engine">One of <see cref="Names"/>.</param>
    /// <param name="planPath">The path of the plan.</param>
    /// <param name="plan">The plan.</param>
    /// <returns>Their paths.</returns>
    public static IReadOnlyList<string> Write(string engine, string planPath, Plan plan)
    {
        string name = Path.GetFileNameWithoutExtension(planPath);
        string file = Path.GetFileName(planPath);
        int shards = plan.CellsPerCommand;
        IReadOnlyList<(string Name, string Text)> files = engine switch
        {
            Slurm => SlurmFiles.Of(name, file, shards),
            Kubernetes => KubernetesFiles.Of(name, file, shards),
            GitHub => [($"{name}.workflow.yml", GitHubFiles.Workflow(name, file, shards))],
            Parallel => [($"{name}.commands.txt", ParallelFiles.Commands(name, file, shards))],
            _ => throw new ArgumentException($"unknown scheduler '{engine}'", nameof(engine)),
        };
        string folder = Path.GetDirectoryName(Path.GetFullPath(planPath))!;
        List<string> written = [];
        foreach ((string fileName, string text) in files)
        {
            written.Add(Path.Combine(folder, fileName));
            WholeFile.Write(written[^1], Encoding.UTF8.GetBytes(text));
        }

        return written;
    }
}
