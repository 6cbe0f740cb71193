namespace Runs.Workloads;

/// <summary>Every synthetic workload.</summary>
public static class WorkloadCatalogue
{
    /// <summary>All of them, in the order in which the default run goes through them.</summary>
    public static IReadOnlyList<Workload> All { get; } =
    [
        new Churn(), new ForkExit(), new Hot(), new OneHot(), new BeyondP(), new IdThrash(), new ReaderStorm(),
        new Pinners(), new Splits(),
    ];

    /// <summary>The workload of a name, or null.</summary>
    public static Workload? Find(string name) => All.FirstOrDefault(workload => workload.Name == name);
}
