using System.Diagnostics;
using System.Text.Json;
using Campaigns.Engines;
using Campaigns.Plans;
using Json.Schema;
using k8s;
using k8s.Models;
using YamlDotNet.Serialization;

namespace Campaigns.Tests;

/// <summary>What is written for schedulers, held to what they publish.</summary>
public sealed class EngineFileTests : IDisposable
{
    /// <summary>Read once: a schema registers itself by its name.</summary>
    private static readonly Lazy<JsonSchema> s_schema = new(() => JsonSchema.FromFile(
        Path.Combine(Repository.Root, "..", "shared", "schemas", "github-workflow.json")));

    private readonly TemporaryFolder _folder = new();
    private readonly Plan _plan = new PlanRequest("build", "1.0", Cells: 8, Slice: 1).Empty();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_manifest_is_an_indexed_job_whose_failures_are_told_apart()
    {
        V1Job job = KubernetesYaml.Deserialize<V1Job>(Written("kubernetes")["night.job.yaml"], strict: true);
        Assert.Equal(("batch/v1", "Job", "Indexed", 8),
            (job.ApiVersion, job.Kind, job.Spec.CompletionMode, job.Spec.Completions));
        V1PodFailurePolicyRule[] rules = [.. job.Spec.PodFailurePolicy.Rules];
        Assert.Equal(["FailIndex", "Ignore", "Count"], rules.Select(rule => rule.Action));
        Assert.Equal([1, 3, 64], rules[0].OnExitCodes.Values);
        Assert.Equal("DisruptionTarget", Assert.Single(rules[1].OnPodConditions).Type);
        Assert.Equal([70], rules[2].OnExitCodes.Values);
        V1Container container = Assert.Single(job.Spec.Template.Spec.Containers);
        Assert.Equal("8", Assert.Single(container.Env, variable => variable.Name == "JOB_COMPLETIONS").Value);
    }

    [Fact]
    public void The_workflow_fits_the_published_schema()
    {
        string workflow = Written("github")["night.workflow.yml"];
        AssertFits(workflow);
        Assert.Contains("CI_NODE_INDEX: ${{ matrix.shard }}", workflow, StringComparison.Ordinal);
        Assert.Contains("shard: [1, 2, 3, 4, 5, 6, 7, 8]", workflow, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ci.yml")]
    [InlineData("nightly.yml")]
    public void The_workflows_of_the_repository_fit_it_too(string name) =>
        AssertFits(File.ReadAllText(Repository.PathOf(".github", "workflows", name)));

    [Fact]
    public void The_scripts_for_slurm_are_accepted_by_the_shell()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "no /bin/bash here");
        IReadOnlyDictionary<string, string> files = Written("slurm");
        Assert.Equal(["night.array.sh", "night.next.sh", "night.submit.sh"], files.Keys.Order(StringComparer.Ordinal));
        foreach (string name in files.Keys)
        {
            using Process bash = Process.Start("/bin/bash", ["-n", _folder.PathOf(name)]);
            bash.WaitForExit();
            Assert.Equal((name, 0), (name, bash.ExitCode));
        }

        Assert.Contains("--array=1-8", files["night.submit.sh"], StringComparison.Ordinal);
        Assert.Contains("--dependency=afterany:", files["night.submit.sh"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_list_has_every_shard() => Assert.Equal(
        Enumerable.Range(1, 8).Select(
            shard => $"${{STRESS:-stress}} campaign work night.json --shard {shard}/8 --out night-records"),
        Written("parallel")["night.commands.txt"].Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static void AssertFits(string workflow)
    {
        string path = Path.Combine(Repository.Root, "..", "shared", "schemas", "github-workflow.json");
        Assert.SkipUnless(
            File.Exists(path),
            "no github-workflow.json in ../shared/schemas: the published schemas are not part of the repository");
        object? read =
            new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(workflow);
        string json = new SerializerBuilder().JsonCompatible().Build().Serialize(read);
        EvaluationResults results = s_schema.Value.Evaluate(
            JsonDocument.Parse(json).RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        IEnumerable<string> errors =
            (results.Details ?? []).SelectMany(each => each.Errors?.Values.AsEnumerable() ?? []);
        Assert.True(results.IsValid, $"{json}\n{string.Join('\n', errors)}");
    }

    private IReadOnlyDictionary<string, string> Written(string engine)
    {
        IReadOnlyList<EngineFile> files = EngineFiles.Of(engine, _folder.PathOf("night.json"), _plan);
        EngineFiles.Write(files);
        return files.ToDictionary(file => Path.GetFileName(file.Path), file => File.ReadAllText(file.Path));
    }
}
