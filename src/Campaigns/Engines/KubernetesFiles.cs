namespace Campaigns.Engines;

/// <summary>
/// An Indexed Job and what its image is made of. A pod's index is its shard; whatever a disruption ends, or an internal
/// error, is tried again, and a violation or a refused command line is not.
/// </summary>
public static class KubernetesFiles
{
    /// <summary>The manifest and the Containerfile.</summary>
    public static IReadOnlyList<(string Name, string Text)> Of(string name, string plan, int shards) =>
    [
        ($"{name}.job.yaml", Job(name, plan, shards)),
        ($"{name}.Containerfile", Containerfile(plan)),
    ];

    /// <summary>Pods are named after the job: lower case, digits and hyphens.</summary>
    private static string PodName(string name) => "campaign-" + string.Concat(
        name.ToLowerInvariant().Select(each => char.IsAsciiLetterOrDigit(each) ? each : '-')).Trim('-');

    private static string Job(string name, string plan, int shards) =>
        $"""
        # The image comes from {name}.Containerfile; the claim is a volume that all pods share. Sum up with
        # stress campaign merge {plan} and the folder of the volume.
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: {PodName(name)}
        spec:
          completionMode: Indexed
          completions: {shards}
          parallelism: {shards}
          backoffLimitPerIndex: 6
          maxFailedIndexes: {shards}
          podFailurePolicy:
            rules:
              - action: FailIndex
                onExitCodes:
                  containerName: work
                  operator: In
                  values: [1, 3, 64]
              - action: Ignore
                onPodConditions:
                  - type: DisruptionTarget
                    status: "True"
              - action: Count
                onExitCodes:
                  containerName: work
                  operator: In
                  values: [70]
          template:
            spec:
              restartPolicy: Never
              terminationGracePeriodSeconds: 30
              containers:
                - name: work
                  image: {PodName(name)}:latest
                  args: [campaign, work, /plan/{plan}, --out, /records]
                  env:
                    - name: JOB_COMPLETIONS
                      value: "{shards}"
                  volumeMounts:
                    - name: records
                      mountPath: /records
              volumes:
                - name: records
                  persistentVolumeClaim:
                    claimName: {PodName(name)}-records

        """;

    private static string Containerfile(string plan) =>
        $"""
        # Built beside the plan, where this has left its output:
        # dotnet publish src/Stress -c Release -r linux-x64 -o published
        FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
        COPY published /opt/stress
        COPY {plan} /plan/{plan}
        ENTRYPOINT ["/opt/stress/stress"]

        """;
}
