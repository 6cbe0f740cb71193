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

    /// <summary>The files of a scheduler.</summary>
    /// <param name="engine">One of <see cref="Names"/>.</param>
    /// <param name="planPath">The path of the plan.</param>
    /// <param name="plan">The plan.</param>
    /// <exception cref="CampaignException">The plan has a name that scripts would have to quote.</exception>
    public static IReadOnlyList<EngineFile> Of(string engine, string planPath, Plan plan)
    {
        string name = Path.GetFileNameWithoutExtension(planPath);
        string file = Path.GetFileName(planPath);
        if (!file.All(each => char.IsAsciiLetterOrDigit(each) || each is '.' or '_' or '-') || name.StartsWith('-'))
        {
            throw new CampaignException($"--for {engine}: '{file}' is no name for scripts; accepted: a plan whose name "
                + "has letters, digits, '.', '_' and '-' alone, the last not in front");
        }

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
        return [.. files.Select(each => new EngineFile(Path.Combine(folder, each.Name), each.Text))];
    }

    /// <summary>Writes files, each whole or not at all.</summary>
    /// <exception cref="CampaignException">One cannot be written.</exception>
    public static void Write(IReadOnlyList<EngineFile> files)
    {
        foreach (EngineFile file in files)
        {
            try
            {
                WholeFile.Write(file.Path, Encoding.UTF8.GetBytes(file.Text));
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                throw new CampaignException($"--for: '{file.Path}' cannot be written ({refused.Message}); accepted: a "
                    + "plan in a folder that is there and has room");
            }
        }
    }
}
